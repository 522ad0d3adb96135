import { setImmediate as nextTurn } from 'node:timers/promises';
import { Blocked } from '../session/conflicts.ts';
import type { Catalog } from '../storage/catalog.ts';
import type { IndexInfo, Collection } from '../storage/collection.ts';
import type { DirectWriter } from '../storage/direct-writer.ts';
import type { Engine } from '../storage/engine.ts';
import { Search } from '../storage/search.ts';
import { ReadView } from '../storage/view.ts';

/** What of a store is needed here. */
interface Store {
  readonly engine: Engine;
  readonly catalog: Catalog;
  readonly writer: DirectWriter;
  readonly closing: boolean;
}

/** Documents deleted per commit. */
const AT_ONCE = 200;

/** Deletes what TTL indexes say is past its time, through the same path as any delete. */
export async function expireOnce(store: Store, now = Date.now()): Promise<void> {
  for (const collection of store.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds !== undefined && index.ready)
        await expireIndex(store, collection, index, now);
    }
  }
}

async function expireIndex(
  store: Store,
  collection: Collection,
  index: IndexInfo,
  now: number,
): Promise<void> {
  const limit = new Date(now - index.expireAfterSeconds! * 1_000);
  const past = { [index.fields[0]!]: { $lt: limit } };
  const search = new Search(collection, index.partial ? { $and: [past, index.partial] } : past);
  while (!store.closing && !collection.dropped) {
    const records = await pastRecords(store, search);
    if (records.length === 0) return;
    const removed = await store.engine.run(() => removeAll(store, search, records));
    if (records.length < AT_ONCE || removed === 0) return;
    await nextTurn();
  }
}

async function pastRecords(store: Store, search: Search): Promise<number[]> {
  const snapshot = store.engine.snapshot();
  try {
    const view = new ReadView(store.engine, snapshot.transaction, snapshot.number);
    const found = await search.findLater(view, AT_ONCE, Infinity, false);
    return found.map(({ record }) => record);
  } finally {
    snapshot.done();
  }
}

/** Tests each record again and deletes it. What an open transaction holds is left for the next round. */
function removeAll({ writer }: Store, search: Search, records: number[]): number {
  let removed = 0;
  for (const record of records) {
    const bytes = writer.read(search.collection, record);
    if (!bytes || !search.matches(bytes)) continue;
    try {
      writer.remove(search.collection, record, bytes);
      removed++;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
    }
  }
  return removed;
}
