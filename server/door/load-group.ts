import type { StoreSession } from '../store/in-transaction.ts';
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

/**
 * Reads what the whole group needs: one find per collection and round, each query once. A member whose handler throws
 * fails alone: the answer says with what.
 */
export async function loadGroup<Member extends Loading>(
  store: Store,
  session: StoreSession,
  copy: WorkingCopy,
  group: readonly Member[],
): Promise<ReadonlyMap<Member, unknown>> {
  const errors = new Map<Member, unknown>();
  const needsOf = (state?: WorkingCopy): Need[] =>
    group.flatMap((member) => {
      if (errors.has(member)) return [];
      try {
        return member.handler.needs(member.press as Press<never>, state);
      } catch (error) {
        errors.set(member, error);
        return [];
      }
    });
  const records = group.flatMap(({ record }): Need[] =>
    record === null ? [] : [{ collection: 'idempotency', ids: [record.id] }],
  );
  await loadNeeds(store, session, copy, [...needsOf(), ...records]);
  for (let round = 1; round < mostRounds; round++) {
    if (!(await loadNeeds(store, session, copy, needsOf(copy)))) break;
  }
  return errors;
}

/** Loads what the copy does not hold yet; false when it held everything. */
async function loadNeeds(
  store: Store,
  session: StoreSession,
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
