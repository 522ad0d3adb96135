import type { StoreSession } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { CommandHandler, Need, Press, StoredDocument } from './handler.ts';
import { editionIds, editions, isReferenceData, ReferenceData } from './reference-data.ts';
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
  reference = new ReferenceData(),
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
  const load = (needs: readonly Need[]): Promise<boolean> =>
    loadNeeds({ store, session, copy, reference }, needs);
  await load([...needsOf(), ...records]);
  for (let round = 1; round < mostRounds; round++) {
    if (!(await load(needsOf(copy)))) break;
  }
  return errors;
}

interface Reading {
  store: Store;
  session: StoreSession;
  copy: WorkingCopy;
  reference: ReferenceData;
}

/** Loads what the copy does not hold yet; false when it held everything. */
async function loadNeeds(reading: Reading, needs: readonly Need[]): Promise<boolean> {
  const { store, session, copy } = reading;
  const ids = new Map<string, Set<string>>();
  const queries = new Map<string, Exclude<Need, { ids: unknown }>>();
  for (const need of needs) {
    if ('ids' in need) {
      const wanted = need.ids.filter((id) => !copy.holds(need.collection, id));
      if (wanted.length === 0) continue;
      const set = ids.get(need.collection) ?? new Set();
      for (const id of wanted) set.add(id);
      ids.set(need.collection, set);
    } else if (!copy.holdsQuery(need)) queries.set(JSON.stringify(need), need);
  }
  if ([...ids.keys()].some(isReferenceData) && !copy.holds(editions, editionIds[0]!))
    await loadById(reading, editions, editionIds);
  for (const [collection, set] of ids) await loadById(reading, collection, [...set]);
  for (const need of queries.values()) {
    const where = need.after === undefined ? need.where : { ...need.where, _id: { $gt: need.after } };
    const cursor = store.collection(need.collection).find(where as never, { session });
    if (need.sort !== undefined) cursor.sort(need.sort);
    copy.loadQuery(need, (await cursor.limit(need.limit).toArray()) as unknown as StoredDocument[]);
  }
  return ids.size + queries.size > 0;
}

async function loadById(reading: Reading, collection: string, wanted: readonly string[]): Promise<void> {
  const { store, session, copy, reference } = reading;
  const kept = isReferenceData(collection);
  const ids = kept ? reference.fill(copy, collection, wanted) : wanted;
  if (ids.length === 0) return;
  const found = (await store
    .collection(collection)
    .find({ _id: { $in: ids } } as never, { session })
    .toArray()) as unknown as StoredDocument[];
  copy.load(collection, ids, found);
  if (kept) reference.remember(copy, collection, ids, found);
}
