import type { Document } from 'bson';
import { compileFilter, type CompiledFilter } from '../query/index.ts';
import { FieldPicker } from '../wire/raw-bson.ts';
import type { Engine } from './engine.ts';
import { idRange, recordOf } from './keys.ts';

/** One index of a collection. */
export interface IndexInfo {
  readonly id: number;
  readonly name: string;
  /** Field paths with 1 or -1, in order. */
  readonly key: Readonly<Record<string, number>>;
  readonly fields: readonly string[];
  readonly directions: readonly number[];
  readonly unique: boolean;
  readonly partial?: Document;
  readonly partialFilter?: CompiledFilter;
  /** Per field of the partial expression: would a document with this value pass its condition? */
  readonly partialFields?: ReadonlyMap<string, (value: unknown) => boolean>;
  readonly expireAfterSeconds?: number;
  /** Some document has an array under an indexed path. */
  multikey: boolean;
  /** Some entry was too long and is kept by its hash. */
  truncated: boolean;
  /** Built completely and visible to every new snapshot: queries may use it. */
  ready: boolean;
  /** Number of the commit that completed it. */
  since: number;
}

/** What the catalog stores of an index. */
export interface StoredIndex {
  id: number;
  name: string;
  key: Record<string, number>;
  unique?: boolean;
  partial?: Document;
  expireAfterSeconds?: number;
  multikey?: boolean;
  truncated?: boolean;
  building?: boolean;
}

/** A collection as the store knows it. */
export class Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly ns: string;
  indexes: IndexInfo[];
  /** Fields any index needs, decoded alone when a document is inserted. */
  picker!: FieldPicker;
  dropped = false;
  /** `multikey` or `truncated` of an index was set and is not kept yet. */
  flagsChanged = false;
  /** Number of the last commit that changed its indexes: older snapshots may not use it in a transaction. */
  changed = 0;
  /** The highest record number given out; read from disk at first need. */
  private next: number | undefined;

  constructor(id: number, db: string, name: string, indexes: IndexInfo[]) {
    this.id = id;
    this.db = db;
    this.name = name;
    this.ns = `${db}.${name}`;
    this.indexes = indexes;
    this.refresh();
  }

  get idIndex(): IndexInfo {
    return this.indexes[0]!;
  }

  /** Call after `indexes` changed. */
  refresh(): void {
    const names = new Set(['_id']);
    for (const index of this.indexes) {
      for (const field of index.fields) names.add(topLevel(field));
      if (index.partial) for (const name of filterFields(index.partial) ?? []) names.add(name);
    }
    this.picker = new FieldPicker(names);
  }

  /** A record number never used before in this collection. */
  newRecord(engine: Engine): number {
    this.next ??= lastRecord(engine, this.id);
    return ++this.next;
  }
}

function lastRecord(engine: Engine, collection: number): number {
  const { start, end } = idRange(collection);
  for (const key of engine.docs.getKeys({ start: end, end: start, reverse: true, limit: 1 })) {
    return recordOf(key);
  }
  return 0;
}

/** The first step of a path. */
export function topLevel(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** Top-level fields a filter reads; undefined when that cannot be told from its outer shape. */
export function filterFields(filter: Document): Set<string> | undefined {
  const names = new Set<string>();
  for (const [name, condition] of Object.entries(filter)) {
    if (!name.startsWith('$')) names.add(topLevel(name));
    else if (Array.isArray(condition)) {
      for (const branch of condition as Document[]) {
        const inner = filterFields(branch);
        if (!inner) return undefined;
        for (const field of inner) names.add(field);
      }
    } else if (name !== '$comment') return undefined;
  }
  return names;
}

/** The form of an index the store works with. */
export function indexInfo(stored: StoredIndex): IndexInfo {
  return {
    id: stored.id,
    name: stored.name,
    key: stored.key,
    fields: Object.keys(stored.key),
    directions: Object.values(stored.key),
    unique: stored.unique ?? false,
    partial: stored.partial,
    partialFilter: stored.partial && compileFilter(stored.partial),
    partialFields: stored.partial && partialFields(stored.partial),
    expireAfterSeconds: stored.expireAfterSeconds,
    multikey: stored.multikey ?? false,
    truncated: stored.truncated ?? false,
    ready: !stored.building,
    since: 0,
  };
}

function partialFields(partial: Document): Map<string, (value: unknown) => boolean> {
  const tests = new Map<string, (value: unknown) => boolean>();
  for (const [field, condition] of Object.entries(partial)) {
    if (field.startsWith('$')) continue;
    const test = compileFilter({ value: condition as unknown });
    tests.set(field, (value) => test.matches({ value }));
  }
  return tests;
}

/** The form of an index the catalog keeps. */
export function storedIndex(index: IndexInfo): StoredIndex {
  const stored: StoredIndex = { id: index.id, name: index.name, key: { ...index.key } };
  if (index.unique) stored.unique = true;
  if (index.partial) stored.partial = index.partial;
  if (index.expireAfterSeconds !== undefined) stored.expireAfterSeconds = index.expireAfterSeconds;
  if (index.multikey) stored.multikey = true;
  if (index.truncated) stored.truncated = true;
  if (!index.ready) stored.building = true;
  return stored;
}
