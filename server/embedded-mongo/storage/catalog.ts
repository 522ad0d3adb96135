import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import { decode, encode } from '../wire/raw-bson.ts';
import { Collection, indexInfo, storedIndex, type StoredIndex } from './collection.ts';
import type { Engine } from './engine.ts';

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
