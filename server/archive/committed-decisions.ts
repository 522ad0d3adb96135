import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import { timedId } from '../door/press-id.ts';
import { records, type Store } from '../store/store.ts';
import { archivedFacts } from './archived-facts.ts';
import type { ArchivedDecision } from './block.ts';

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

/** The latest decisions after an id, settled or not, the newest first. */
export async function latestDecisions(store: Store, last: string, limit: number): Promise<StoredDecision[]> {
  return records<StoredDecision>(store, 'decisions').find(
    { _id: { $gt: last } },
    { sort: { _id: -1 }, limit },
  );
}

const timeDigits = 9;

/** What ids of decisions begin with whose command came at a moment: sorts before all of them. */
function decisionIdAt(moment: number): string {
  return timedId('d', Math.max(0, moment)).slice(0, 1 + timeDigits);
}

/** Turns stored decisions into what is archived; remembers the lists it has read. */
export class Archiving {
  private readonly lists = new Map<string, readonly unknown[]>();
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  async read(decisions: readonly StoredDecision[]): Promise<ArchivedDecision[]> {
    const bodies = decisions.map(bodyOf);
    await this.loadLists(bodies.flatMap(({ lists }) => lists.map(({ hash }) => hash)));
    return decisions.map(({ _id: id, at, subject, release }, index) => {
      const { facts, lists } = bodies[index]!;
      const entries = lists.map(({ id: list, hash }) => [`list.${list}`, this.lists.get(hash) ?? []]);
      return { id, at, subject, release, facts: archivedFacts({ ...facts, ...Object.fromEntries(entries) }) };
    });
  }

  private async loadLists(hashes: readonly string[]): Promise<void> {
    const wanted = [...new Set(hashes)].filter((hash) => hash !== '' && !this.lists.has(hash));
    const contents = records<{ _id: string; entries: unknown[] }>(this.store, 'listContents');
    for (const { _id, entries } of await contents.byIds(wanted)) this.lists.set(_id, entries);
  }
}
