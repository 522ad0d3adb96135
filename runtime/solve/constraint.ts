import type { JsonComparison } from '../../rules-library/schema/rule.ts';
import { anything, complement, nothing, only, type Domain } from './domain.ts';
import { above, allNumbers, below, intersectNumbers, point, type Numbers } from './intervals.ts';
import { allTexts, noTexts, someTexts, type Texts } from './text-set.ts';

/** The values of a fact for which a comparison holds and for which it does not, each as one of several sets. */
export interface Constraint {
  holds: readonly Domain[];
  fails: readonly Domain[];
  /** The sets are exact; else they hold too much, never too little. */
  exact: boolean;
}

const anyOutcome: Constraint = { holds: [anything], fails: [anything], exact: false };
const never: Constraint = { holds: [], fails: [anything], exact: true };

/**
 * What a comparison with a constant asks of the fact on its left, as both engines judge it: coercions of the ordering
 * comparisons among texts and lists are kept as "may hold". Comparisons of other shapes may come out either way.
 */
export function constraintOf({ operator, value }: Pick<JsonComparison, 'operator' | 'value'>): Constraint {
  if (operator.startsWith('not:') && !throws(operator.slice(4), value)) {
    const { holds, fails, exact } = constraintOf({ operator: operator.slice(4), value });
    return { holds: fails, fails: holds, exact };
  }
  const make = makers.get(operator);
  return make?.(value) ?? anyOutcome;
}

/** Where stock cannot compare at all, neither the comparison nor its opposite holds. */
function throws(operator: string, value: unknown): boolean {
  return (operator === 'in' || operator === 'notIn') && !Array.isArray(value) && typeof value !== 'string';
}

type Make = (value: unknown) => Constraint | undefined;

function exactly(holds: Domain): Constraint {
  return { holds: holds === nothing ? [] : [holds], fails: [complement(holds)], exact: true };
}

function opposite(constraint: Constraint | undefined): Constraint | undefined {
  return constraint && { holds: constraint.fails, fails: constraint.holds, exact: constraint.exact };
}

/** The values themselves, by identity: lists and objects equal nothing. */
function oneOf(values: readonly unknown[]): Domain {
  const texts = values.filter((value) => typeof value === 'string');
  const numbers = [...new Set(values.filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
  return only({
    texts: texts.length === 0 ? noTexts : someTexts(texts),
    numbers: numbers.flatMap((value) => point(value)),
    isTrue: values.includes(true),
    isFalse: values.includes(false),
  });
}

const equal: Make = (value) => exactly(oneOf([value]));
const within: Make = (value) => {
  if (Array.isArray(value)) return exactly(oneOf(value));
  return typeof value === 'string' ? undefined : never;
};

/** Numbers exactly; texts and lists that read as numbers may compare either way. */
function ordered(numbersFor: (value: number) => Numbers): Make {
  return (value) => {
    if (typeof value === 'object') return undefined;
    const bound = Number(value);
    const numbers = Number.isNaN(bound) ? [] : numbersFor(bound);
    const loose = { texts: allTexts, lists: { must: [], mustNot: [] } };
    return {
      holds: [only({ numbers, ...loose })],
      fails: [{ ...complement(only({ numbers })), ...loose }],
      exact: true,
    };
  };
}

function numbersOnly(numbersFor: (value: unknown) => Numbers): Make {
  return (value) => {
    const numbers = numbersFor(value);
    return exactly(numbers.length === 0 ? nothing : only({ numbers }));
  };
}

function isPair(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number' && !isNaN(one))
  );
}

function span(value: unknown): Numbers {
  return isPair(value) ? intersectNumbers(above(value[0], true), below(value[1], true)) : [];
}

function outside(value: unknown): Numbers {
  if (!isPair(value)) return [];
  if (value[0] > value[1]) return allNumbers;
  return [...below(value[0], false), ...above(value[1], false)];
}

function textsOnly(textsFor: (value: string) => { holds: Texts; fails: Texts }): Make {
  return (value) => {
    if (typeof value !== 'string') return never;
    if (value === '') return exactly(only({ texts: allTexts }));
    const { holds, fails } = textsFor(value);
    return {
      holds: [only({ texts: holds })],
      fails: [{ ...anything, texts: fails }],
      exact: true,
    };
  };
}

/** Lists by their entries: all of `must`, none of `mustNot`. */
function listWith(must: readonly unknown[], mustNot: readonly unknown[]): Domain {
  return only({ lists: { must, mustNot } });
}
const noList: Domain = { ...anything, lists: null };
/** An entry nothing equals (a list, an object) is in no list. */
function entriesOf(values: readonly unknown[]): unknown[] {
  return values.filter((value) => typeof value !== 'object' || value === null);
}

const contains: Make = (value) => {
  if (typeof value === 'object' && value !== null) return never;
  return { holds: [listWith([value], [])], fails: [listWith([], [value]), noList], exact: true };
};
const doesNotContain: Make = (value) => {
  const without = entriesOf([value]);
  return {
    holds: [listWith([], without)],
    fails: [...without.map((one) => listWith([one], [])), noList],
    exact: true,
  };
};
const containsAny: Make = (value) => {
  if (!Array.isArray(value)) return never;
  const entries = entriesOf(value);
  return {
    holds: entries.map((one) => listWith([one], [])),
    fails: [listWith([], entries), noList],
    exact: true,
  };
};
const containsNone: Make = (value) => {
  if (!Array.isArray(value)) return never;
  const entries = entriesOf(value);
  return {
    holds: [listWith([], entries)],
    fails: [...entries.map((one) => listWith([one], [])), noList],
    exact: true,
  };
};
const containsAll: Make = (value) => {
  if (!Array.isArray(value)) return never;
  const entries = entriesOf(value);
  if (entries.length < value.length) return never;
  return {
    holds: [listWith(entries, [])],
    fails: [...entries.map((one) => listWith([], [one])), noList],
    exact: true,
  };
};

const isMissing: Make = (value) =>
  exactly(value === false ? { ...anything, missing: false } : only({ missing: true }));

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['equal', equal],
  ['notEqual', (value) => opposite(equal(value))],
  ['in', within],
  [
    'notIn',
    (value) => (Array.isArray(value) ? opposite(within(value)) : throws('notIn', value) ? never : undefined),
  ],
  ['lessThan', ordered((value) => below(value, false))],
  ['lessThanInclusive', ordered((value) => below(value, true))],
  ['greaterThan', ordered((value) => above(value, false))],
  ['greaterThanInclusive', ordered((value) => above(value, true))],
  ['contains', contains],
  ['doesNotContain', doesNotContain],
  ['containsAny', containsAny],
  ['containsAll', containsAll],
  ['containsNone', containsNone],
  ['between', numbersOnly(span)],
  ['notBetween', numbersOnly(outside)],
  ['before', numbersOnly((value) => (typeof value === 'number' ? below(value, false) : []))],
  ['after', numbersOnly((value) => (typeof value === 'number' ? above(value, false) : []))],
  [
    'startsWith',
    textsOnly((prefix) => ({
      holds: { ...allTexts, prefix },
      fails: { ...allTexts, notPrefixes: [prefix] },
    })),
  ],
  [
    'endsWith',
    textsOnly((suffix) => ({
      holds: { ...allTexts, suffix },
      fails: { ...allTexts, notSuffixes: [suffix] },
    })),
  ],
  ['matches', () => ({ holds: [only({ texts: allTexts })], fails: [anything], exact: false })],
  ['isMissing', isMissing],
  ['isPresent', (value) => isMissing(value === false)],
]);
