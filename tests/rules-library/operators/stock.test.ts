import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import type { RunOperator } from '../../../rules-library/define/operator.ts';
import { operators } from '../../../rules-library/operators/index.ts';

const stock = (new Engine() as any).operators as {
  operators: Map<string, unknown>;
  get: (name: string) => { evaluate: (fact: unknown, value: unknown) => unknown };
};
const builtIn = operators.filter((one): one is RunOperator => one.runs && one.builtIn);

/** Where stock throws, the condition is false. */
function inStock(name: string, fact: unknown, value: unknown): boolean {
  try {
    return Boolean(stock.get(name).evaluate(fact, value));
  } catch {
    return false;
  }
}

function ours(operator: RunOperator, fact: unknown, value: unknown): boolean {
  return (operator.accepts?.(fact) ?? true) && operator.holds(fact, value);
}

/** Values that lie close together, so that comparisons go both ways, and odd ones. */
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -2, max: 2 }),
  fc.constantFrom(
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    '',
    '1',
    ' 2',
    '12kg',
    'kg',
    'Infinity',
    'a',
    'ab',
    'gold',
  ),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.string({ maxLength: 3 }),
);
const side = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({}, { valueOf: 1 }, { toString: 1, valueOf: 1 }, Object.create(null)),
  },
);

describe("json-rules-engine's ten operators", () => {
  it('are all there, and no other is called built in', () => {
    expect(builtIn.map(({ name }) => name).toSorted()).toEqual([...stock.operators.keys()].toSorted());
    expect(builtIn).toHaveLength(10);
  });

  it.each(builtIn.map((operator) => [operator.name, operator] as const))(
    '%s holds exactly when it holds in stock, whatever stands on either side',
    (name, operator) => {
      fc.assert(
        fc.property(side, side, (fact, value) => {
          expect(ours(operator, fact, value)).toBe(inStock(name, fact, value));
        }),
        { numRuns: 3000 },
      );
    },
  );

  it.each(builtIn.map((operator) => [operator.name, operator] as const))(
    '%s agrees with stock where both sides are the same kind',
    (name, operator) => {
      const pair = fc.oneof(
        fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })),
        fc.tuple(fc.integer({ min: 0, max: 2 }), fc.array(fc.integer({ min: 0, max: 2 }))),
        fc.tuple(fc.array(fc.integer({ min: 0, max: 2 })), fc.integer({ min: 0, max: 2 })),
        fc.tuple(fc.constantFrom('9', '10', 'VI'), fc.constantFrom('9', '10', 'VIP,GOLD')),
      );
      fc.assert(
        fc.property(pair, ([fact, value]) => {
          expect(ours(operator, fact, value)).toBe(inStock(name, fact, value));
        }),
        { numRuns: 1000 },
      );
    },
  );
});

describe('negations', () => {
  const run = new Map(operators.filter((one): one is RunOperator => one.runs).map((one) => [one.name, one]));
  const number = fc.integer({ min: -3, max: 3 });
  const list = fc.array(number, { maxLength: 3 });
  /** Sides a drawn comparison can have, by the shape of the right side. */
  const sides = (operator: RunOperator): fc.Arbitrary<[unknown, unknown]> => {
    if (operator.operand === 'pair') return fc.tuple(number, fc.tuple(number, number));
    if (operator.operand === 'none') return fc.tuple(fc.oneof(number, fc.constant(undefined)), fc.boolean());
    const left = operator.types.includes('list') ? list : number;
    return fc.tuple(left, operator.operand === 'list' ? list : number);
  };

  it.each([...run.values()].filter(({ negation }) => negation).map((one) => [one.name, one] as const))(
    '%s and its negation never hold together and never both fail',
    (_, operator) => {
      const other = run.get(operator.negation!)!;
      expect(other.negation).toBe(operator.name);
      fc.assert(
        fc.property(sides(operator), ([fact, value]) => {
          expect(ours(operator, fact, value)).toBe(!ours(other, fact, value));
        }),
      );
    },
  );
});

describe('total', () => {
  it('no operator throws or answers anything but yes or no', () => {
    const run = operators.filter((one): one is RunOperator => one.runs);
    fc.assert(
      fc.property(fc.constantFrom(...run), side, side, (operator, fact, value) => {
        expect(typeof ours(operator, fact, value)).toBe('boolean');
      }),
      { numRuns: 5000 },
    );
  });
});
