import type { DecisionBody, StoredDecision } from '../decisions/decision.ts';
import { contentsOf, factsOfContents } from '../decisions/named-contents.ts';
import { archivedFacts } from './archived-facts.ts';
import type { ArchivedDecision } from './block.ts';

/** Contents of lists and tables by the hash they are kept under. */
export type ListContents = ReadonlyMap<string, readonly unknown[]>;

/** What is archived of a stored decision; `body` is its body, read. */
export function archivedDecision(
  { _id: id, at, subject, release }: Pick<StoredDecision, '_id' | 'at' | 'subject' | 'release'>,
  { facts, ...named }: DecisionBody,
  contents: ListContents,
): ArchivedDecision {
  const read = factsOfContents(contentsOf(named, contents));
  return { id, at, subject, release, facts: archivedFacts({ ...facts, ...read }) };
}

/** Hashes of the lists and tables these decisions read. */
export function contentHashes(bodies: readonly DecisionBody[]): string[] {
  const hashes = bodies.flatMap(({ lists, tables = [] }) => [...lists, ...tables].map(({ hash }) => hash));
  return [...new Set(hashes)].filter((hash) => hash !== '');
}
