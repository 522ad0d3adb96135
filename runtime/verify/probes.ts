import type { Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { compileRules } from '../program/compile-rules.ts';
import { demandsJustMissed, demandsOf } from './demands.ts';
import { meetDemands, type Samples } from './meet-demands.ts';

/** Invented orders around one rule: facts as `prepare` leaves them, derived ones among them. */
export interface Probes {
  matching: Facts[];
  /** All that the rule asks for but one thing, which is just missed. */
  nearly: Facts[];
}

export interface ProbeOptions {
  /** Of each kind. */
  wanted: number;
  samples: Samples;
  /** Facts of the order besides those the rule asks for; a new one each time. */
  base: () => Facts;
  /** From 0 up to 1. */
  random: () => number;
}

/** Tries for each probe that is wanted. */
const mostTries = 40;

/**
 * Invents orders that a rule matches and such that it nearly matches: its conditions met at the values where they turn, then all
 * but one. Each is run through the rule alone before it counts, so fewer than wanted come where the conditions exclude each
 * other or need what cannot be guessed (a pattern).
 */
export function probesOf(rule: JsonRule, { wanted, samples, base, random }: ProbeOptions): Probes {
  const program = compileRules([rule]);
  const choose = (ways: number): number => Math.floor(random() * ways);
  const matches = (facts: Facts): boolean | undefined => {
    try {
      return program.evaluate(facts).events.length > 0;
    } catch {
      // More work than one decision may take: says nothing about the rule.
      return undefined;
    }
  };
  const probes: Probes = { matching: [], nearly: [] };
  const seen = new Set<string>();
  const take = (kind: Facts[], facts: Facts | null, wish: boolean): void => {
    if (facts === null || kind.length >= wanted || matches(facts) !== wish) return;
    const text = JSON.stringify(facts);
    if (seen.has(text)) return;
    seen.add(text);
    kind.push(facts);
  };
  for (let tries = 0; tries < wanted * mostTries; tries++) {
    if (probes.matching.length >= wanted && probes.nearly.length >= wanted) break;
    const demands = demandsOf(rule.conditions, true, choose);
    if (demands === null) break;
    take(probes.matching, meetDemands(demands, base(), samples, choose), true);
    const missed = demandsJustMissed(rule.conditions, tries, choose);
    if (missed !== null) take(probes.nearly, meetDemands(missed, base(), samples, choose), false);
  }
  return probes;
}
