import type { Facts } from '../../rules-library/schema/rule.ts';

/** A fact is never null: where one is, nothing is known. */
export function isAbsent(facts: Facts, fact: string): boolean {
  return !Object.hasOwn(facts, fact) || facts[fact] === undefined || facts[fact] === null;
}
