import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import { compileFilter, type CompiledFilter } from '../query/index.ts';
import { decode, encode, FieldPicker } from '../wire/raw-bson.ts';
import type { Engine } from './engine.ts';
import { docKey, idRange, recordOf } from './keys.ts';

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
interface StoredIndex {
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

function storedIndex(index: IndexInfo): StoredIndex {
  const stored: StoredIndex = { id: index.id, name: index.name, key: { ...index.key } };
  if (index.unique) stored.unique = true;
  if (index.partial) stored.partial = index.partial;
  if (index.expireAfterSeconds !== undefined) stored.expireAfterSeconds = index.expireAfterSeconds;
  if (index.multikey) stored.multikey = true;
  if (index.truncated) stored.truncated = true;
  if (!index.ready) stored.building = true;
  return stored;
}

const STATE_KEY = Buffer.from([0]);
const nsKey = (ns: string): Buffer => Buffer.concat([Buffer.from([1]), Buffer.from(ns, 'utf8')]);

/** Something dropped whose entries are still on disk. */
export interface Leftover {
  kind: 'docs' | 'index';
  id: number;
}

/**
 * All collections and indexes, held in memory and kept in lmdb. Changes are made inside write jobs.
 */
export class Catalog {
  private readonly engine: Engine;
  private readonly collections = new Map<string, Collection>();
  private nextId = 1;
  /** Dropped things whose entries are being cleared away. */
  readonly leftovers: Leftover[] = [];
  /** Collections a crash left with an index half built; to be saved without it. */
  private interrupted: Collection[] = [];

  constructor(engine: Engine) {
    this.engine = engine;
    const state = engine.catalog.get(STATE_KEY);
    if (state) {
      const { nextId, leftovers } = plain(decode(state)) as { nextId: number; leftovers: Leftover[] };
      this.nextId = nextId;
      this.leftovers.push(...leftovers);
    }
    for (const { key, value } of engine.catalog.getRange({
      start: Buffer.from([1]),
      end: Buffer.from([2]),
    })) {
      this.load(Buffer.from(key).toString('utf8', 1), value);
    }
  }

  private load(ns: string, value: Uint8Array): void {
    const { id, indexes } = decode(value) as { id: unknown; indexes: Document[] };
    const dot = ns.indexOf('.');
    const stored = indexes.map((index) => {
      const { partial, ...rest } = index;
      const read = plain(rest) as StoredIndex;
      if (partial) read.partial = asDocument(partial);
      return read;
    });
    // An index whose building a crash interrupted was never acknowledged: it goes.
    const half = stored.filter((index) => index.building);
    for (const { id } of half) this.leftovers.push({ kind: 'index', id });
    const kept = stored.filter((index) => !index.building).map(indexInfo);
    const collection = new Collection(Number(id), ns.slice(0, dot), ns.slice(dot + 1), kept);
    this.collections.set(ns, collection);
    if (half.length > 0) this.interrupted.push(collection);
  }

  /** Saves the collections a crash left with an index half built. */
  async repair(): Promise<void> {
    if (this.interrupted.length === 0) return;
    await this.engine.run(() => {
      for (const collection of this.interrupted.splice(0)) this.save(collection);
    });
  }

  find(ns: string): Collection | undefined {
    return this.collections.get(ns);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  newId(): number {
    return this.nextId++;
  }

  /** Makes a collection with its `_id` index. Inside a write job. */
  create(db: string, name: string): Collection {
    const ns = `${db}.${name}`;
    checkName(db, name);
    const known = this.collections.get(ns);
    if (known) return known;
    const idIndex = indexInfo({ id: this.newId(), name: '_id_', key: { _id: 1 }, unique: true });
    const collection = new Collection(this.newId(), db, name, [idIndex]);
    this.collections.set(ns, collection);
    this.save(collection);
    return collection;
  }

  /** Takes a collection out; its entries are cleared away later. Inside a write job. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.collections.delete(collection.ns);
    this.leftovers.push({ kind: 'docs', id: collection.id });
    for (const index of collection.indexes) this.leftovers.push({ kind: 'index', id: index.id });
    this.engine.together(() => {
      void this.engine.catalog.remove(nsKey(collection.ns));
    });
    this.saveState();
  }

  /** Keeps a changed collection. Inside a write job. */
  save(collection: Collection): void {
    if (collection.dropped) return;
    collection.refresh();
    collection.flagsChanged = false;
    const value = encode({ id: collection.id, indexes: collection.indexes.map(storedIndex) });
    this.engine.together(() => {
      void this.engine.catalog.put(nsKey(collection.ns), Buffer.from(value));
    });
    this.saveState();
  }

  /** Keeps the counters and the list of leftovers. Inside a write job. */
  saveState(): void {
    const value = encode({ nextId: this.nextId, leftovers: this.leftovers });
    this.engine.together(() => {
      void this.engine.catalog.put(STATE_KEY, Buffer.from(value));
    });
  }

  /** The key of a record's document. */
  static docKey(collection: Collection, record: number): Buffer {
    return docKey(collection.id, record);
  }
}

const asDocument = (value: unknown): Document => value as Document;

/** Catalog records hold small numbers only: read them as such. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('_bsontype' in value) return Number(value.valueOf());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function checkName(db: string, name: string): void {
  const bad =
    db === '' ||
    name === '' ||
    /[\0/\\. "$]/.test(db) ||
    /[\0$]/.test(name) ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    name.startsWith('system.') ||
    Buffer.byteLength(`${db}.${name}`) > 255;
  if (bad) throw new StoreError(73, 'InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
}
