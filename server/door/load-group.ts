import type { ClientSession } from 'mongoose';
import type { Store } from '../store/store.ts';
import type { CommandHandler, Need, Press, StoredDocument } from './handler.ts';
import type { WorkingCopy } from './working-copy.ts';

interface Loading {
  press: Press;
  handler: CommandHandler;
  record: { id: string } | null;
}

/** Documents found only through others are asked for in later rounds; deeper than this is a mistake of a handler. */
const mostRounds = 4;

/** Reads what the whole group needs: one find per collection and round, each query once. */
export async function loadGroup(
  store: Store,
  session: ClientSession,
  copy: WorkingCopy,
  group: readonly Loading[],
): Promise<void> {
  let needs = group.flatMap(({ press, handler, record }): Need[] => [
    ...handler.needs(press as Press<never>),
    ...(record === null ? [] : [{ collection: 'idempotency', ids: [record.id] }]),
  ]);
  for (let round = 0; round < mostRounds; round++) {
    const missing = await loadNeeds(store, session, copy, needs);
    if (!missing && round > 0) return;
    needs = group.flatMap(({ press, handler }) => handler.needs(press as Press<never>, copy));
  }
}

/** Loads what the copy does not hold yet; false when it held everything. */
async function loadNeeds(
  store: Store,
  session: ClientSession,
  copy: WorkingCopy,
  needs: readonly Need[],
): Promise<boolean> {
  const ids = new Map<string, Set<string>>();
  const queries = new Map<string, Need>();
  for (const need of needs) {
    if ('ids' in need) {
      const wanted = need.ids.filter((id) => !copy.holds(need.collection, id));
      if (wanted.length === 0) continue;
      const set = ids.get(need.collection) ?? new Set();
      for (const id of wanted) set.add(id);
      ids.set(need.collection, set);
    } else if (!copy.holdsQuery(need)) queries.set(JSON.stringify(need), need);
  }
  for (const [collection, set] of ids) {
    const list = [...set];
    const found = await store
      .collection(collection)
      .find({ _id: { $in: list } } as never, { session })
      .toArray();
    copy.load(collection, list, found as unknown as StoredDocument[]);
  }
  for (const need of queries.values()) {
    if ('ids' in need) continue;
    const cursor = store.collection(need.collection).find(need.where, { session });
    if (need.sort !== undefined) cursor.sort(need.sort);
    copy.loadQuery(need, (await cursor.limit(need.limit).toArray()) as unknown as StoredDocument[]);
  }
  return ids.size + queries.size > 0;
}
