import { fails, holds, impossible } from './verdict.ts';
import type { Judge, Verdict } from './verdict.ts';

const verdict = (truth: boolean): Verdict => (truth ? holds : fails);

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Objects may refuse to become a number or a text (no or odd `toString`): stock throws there. */
function attempt(compare: () => boolean): Verdict {
  try {
    return verdict(compare());
  } catch {
    return impossible;
  }
}

const looksNumeric = (value: unknown): boolean => !Number.isNaN(Number.parseFloat(value as string));

/** Stock compares with `<` and its kin after asking only whether the fact's value begins like a number. */
function ordering(compare: (factValue: number, value: number) => boolean): Judge {
  return (factValue, value) => {
    if (typeof factValue === 'number' && typeof value === 'number')
      return verdict(compare(factValue, value) && factValue === factValue);
    const run = (): boolean => looksNumeric(factValue) && compare(factValue as number, value as number);
    return isPlain(factValue) && isPlain(value) ? verdict(run()) : attempt(run);
  };
}

/** Stock calls `value.indexOf`: a list is searched, a text is searched for a part, anything else throws. */
function position(found: (index: number) => boolean): Judge {
  return (factValue, value) => {
    if (Array.isArray(value)) return verdict(found(value.indexOf(factValue)));
    if (typeof value !== 'string') return impossible;
    return attempt(() => found(value.indexOf(factValue as string)));
  };
}

/** json-rules-engine's own ten operators with its own meaning, coercions included. */
export const stockOperators: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['equal', (factValue, value) => verdict(factValue === value)],
  ['notEqual', (factValue, value) => verdict(factValue !== value)],
  ['in', position((index) => index > -1)],
  ['notIn', position((index) => index === -1)],
  ['contains', (factValue, value) => verdict(Array.isArray(factValue) && factValue.indexOf(value) > -1)],
  [
    'doesNotContain',
    (factValue, value) => verdict(Array.isArray(factValue) && factValue.indexOf(value) === -1),
  ],
  ['lessThan', ordering((factValue, value) => factValue < value)],
  ['lessThanInclusive', ordering((factValue, value) => factValue <= value)],
  ['greaterThan', ordering((factValue, value) => factValue > value)],
  ['greaterThanInclusive', ordering((factValue, value) => factValue >= value)],
]);
