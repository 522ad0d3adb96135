import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import { readyCondition } from '../../../runtime/derived/ready-condition.ts';
import { judge } from '../../../runtime/three-valued.ts';

const value = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('a', 'b'),
  fc.constant({ fact: 'f.c' }),
);
const leaf: fc.Arbitrary<Condition> = fc.record(
  {
    fact: fc.constantFrom('f.a', 'f.b', 'f.list'),
    path: fc.constantFrom('$[0]', '$.x'),
    operator: fc.constantFrom(
      'equal',
      'lessThan',
      'in',
      'not:in',
      'contains',
      'between',
      'isPresent',
      'isMissing',
      'nothing',
    ),
    value: fc.oneof(value, fc.array(value, { maxLength: 3 })),
    missing: fc.constant('as-stock' as const),
  },
  { requiredKeys: ['fact', 'operator', 'value'] },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const facts = fc.record(
  {
    'f.a': fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', null)),
    'f.b': fc.constantFrom('a', 'b'),
    'f.c': fc.integer({ min: 0, max: 3 }),
    'f.list': fc.array(fc.constantFrom<unknown>('a', 1)),
  },
  { requiredKeys: [] },
);

test('means what the condition means', () => {
  const seen = new Set<unknown>();
  fc.assert(
    fc.property(condition, facts, (drawn, given) => {
      const expected = judge(drawn, given);
      expect(readyCondition(drawn)(given)).toBe(expected);
      seen.add(expected);
    }),
    { numRuns: 2000 },
  );
  expect(seen.size).toBe(3);
});
