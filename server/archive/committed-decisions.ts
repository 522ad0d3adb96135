import type { StoredDecision } from '../decisions/decision.ts';
import { timedId } from '../door/press-id.ts';
import { records, type Store } from '../store/store.ts';
import type { ListContents } from './archived-decision.ts';

/** No transaction lives as long: a decision whose command came earlier than this is in the store, or never will be. */
const settledMs = 120_000;

/** Everything decided before this moment has been committed. */
export function settledUntil(now: number): number {
  return now - settledMs;
}

/** Committed decisions after an id, in order of their ids: those whose command came before `until`, at most `limit`. */
export async function decisionsAfter(
  store: Store,
  last: string,
  until: number,
  limit: number,
): Promise<StoredDecision[]> {
  return records<StoredDecision>(store, 'decisions').find(
    { _id: { $gt: last, $lt: decisionIdAt(until) } },
    { sort: { _id: 1 }, limit },
  );
}

/** Decisions after an id, settled or not, the newest first, in pages. */
export async function* latestDecisions(
  store: Store,
  last: string,
  pageSize: number,
): AsyncGenerator<StoredDecision[]> {
  const decisions = records<StoredDecision>(store, 'decisions');
  for (let before: string | undefined; ;) {
    const where = { _id: { $gt: last, ...(before === undefined ? {} : { $lt: before }) } };
    const page = await decisions.find(where, { sort: { _id: -1 }, limit: pageSize });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    before = page.at(-1)!._id;
  }
}

const timeDigits = 9;

/** What ids of decisions begin with whose command came at a moment: sorts before all of them. */
function decisionIdAt(moment: number): string {
  return timedId('d', Math.max(0, moment)).slice(0, 1 + timeDigits);
}

/** Lists that decisions read, each loaded once. */
export class KeptContents {
  readonly contents = new Map<string, readonly unknown[]>();
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Loads what is not there yet. */
  async load(hashes: readonly string[]): Promise<ListContents> {
    const wanted = hashes.filter((hash) => !this.contents.has(hash));
    const kept = records<{ _id: string; entries: unknown[] }>(this.store, 'listContents');
    for (const { _id, entries } of await kept.byIds(wanted)) this.contents.set(_id, entries);
    return this.contents;
  }
}
