import { fails, holds, impossible } from './verdict.ts';
import type { Judge, Verdict } from './verdict.ts';

type Decorator = (next: Judge) => Judge;

/** `some` and `every` as lists have them: they stop early, and what throws on the way throws. */
function some(list: unknown, judge: (entry: unknown) => Verdict): Verdict {
  if (!Array.isArray(list)) return impossible;
  for (let index = 0; index < list.length; index += 1) {
    if (!(index in list)) continue;
    const verdict = judge(list[index]);
    if (verdict !== fails) return verdict;
  }
  return fails;
}

function every(list: unknown, judge: (entry: unknown) => Verdict): Verdict {
  if (!Array.isArray(list)) return impossible;
  for (let index = 0; index < list.length; index += 1) {
    if (!(index in list)) continue;
    const verdict = judge(list[index]);
    if (verdict !== holds) return verdict;
  }
  return holds;
}

/** json-rules-engine's six operator decorators, written before an operator as `not:in`. */
export const decorators: ReadonlyMap<string, Decorator> = new Map<string, Decorator>([
  [
    'not',
    (next) => (factValue, value) => {
      const verdict = next(factValue, value);
      if (verdict === impossible) return impossible;
      return verdict === holds ? fails : holds;
    },
  ],
  ['swap', (next) => (factValue, value) => next(value, factValue)],
  [
    'someFact',
    (next) => (factValue, value) =>
      Array.isArray(factValue) ? some(factValue, (entry) => next(entry, value)) : fails,
  ],
  [
    'everyFact',
    (next) => (factValue, value) =>
      Array.isArray(factValue) ? every(factValue, (entry) => next(entry, value)) : fails,
  ],
  ['someValue', (next) => (factValue, value) => some(value, (entry) => next(factValue, entry))],
  ['everyValue', (next) => (factValue, value) => every(value, (entry) => next(factValue, entry))],
]);
