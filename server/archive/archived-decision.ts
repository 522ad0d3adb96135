import type { DecisionBody, StoredDecision } from '../decisions/decision.ts';
import { archivedFacts } from './archived-facts.ts';
import type { ArchivedDecision } from './block.ts';

/** Entries of lists by the hash they are kept under. */
export type ListContents = ReadonlyMap<string, readonly unknown[]>;

/** What is archived of a stored decision; `body` is its body, read. */
export function archivedDecision(
  { _id: id, at, subject, release }: Pick<StoredDecision, '_id' | 'at' | 'subject' | 'release'>,
  { facts, lists }: DecisionBody,
  contents: ListContents,
): ArchivedDecision {
  const entries = lists.map(({ id: list, hash }) => [`list.${list}`, contents.get(hash) ?? []]);
  return { id, at, subject, release, facts: archivedFacts({ ...facts, ...Object.fromEntries(entries) }) };
}

/** Hashes of the lists these decisions read. */
export function listHashes(bodies: readonly DecisionBody[]): string[] {
  const hashes = bodies.flatMap(({ lists }) => lists.map(({ hash }) => hash));
  return [...new Set(hashes)].filter((hash) => hash !== '');
}
