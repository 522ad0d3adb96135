import type { StoreSession } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Question } from '../store/read-all.ts';
import type { CommandHandler, Need, Press } from './handler.ts';
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
 * Reads what the whole group needs: one command a round. A member whose handler throws fails alone: the answer says with
 * what.
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

type ById = Extract<Need, { ids: unknown }>;

/** Loads what the copy does not hold yet, in one command where it can; false when it held everything. */
async function loadNeeds(reading: Reading, needs: readonly Need[]): Promise<boolean> {
  const { copy, reference } = reading;
  const missing = missingOf(copy, needs);
  if (missing.length === 0) return false;
  const kept = missing.filter((need): need is ById => 'ids' in need && isReferenceData(need.collection));
  const asked = missing.map((need) =>
    'ids' in need && isReferenceData(need.collection)
      ? { ...need, ids: reference.notRemembered(need.collection, need.ids) }
      : need,
  );
  const asksEditions = kept.length > 0 && !copy.holds(editions, editionIds[0]!);
  await ask(reading, asksEditions ? [{ collection: editions, ids: editionIds }, ...asked] : asked);
  // Only now is it known whether what was remembered is of the edition this snapshot shows.
  await ask(
    reading,
    kept.map(({ collection, ids }) => ({ collection, ids: reference.fill(copy, collection, ids) })),
  );
  return true;
}

/** What the copy does not hold: ids of each collection together, each query once. */
function missingOf(copy: WorkingCopy, needs: readonly Need[]): Need[] {
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
  return [...[...ids].map(([collection, set]) => ({ collection, ids: [...set] })), ...queries.values()];
}

async function ask({ store, session, copy, reference }: Reading, needs: readonly Need[]): Promise<void> {
  const asked = needs.filter((need) => !('ids' in need) || need.ids.length > 0);
  const answers = await store.readAll(session, asked.map(questionOf));
  asked.forEach((need, at) => {
    const found = answers[at]!;
    if (!('ids' in need)) {
      copy.loadQuery(need, found);
      return;
    }
    const { collection, ids } = need;
    copy.load(collection, ids, found);
    if (isReferenceData(collection)) reference.remember(copy, collection, ids, found);
  });
}

function questionOf(need: Need): Question {
  if ('ids' in need) return { collection: need.collection, where: { _id: { $in: need.ids } } };
  const { after, ...question } = need;
  return after === undefined ? question : { ...question, where: { ...question.where, _id: { $gt: after } } };
}
