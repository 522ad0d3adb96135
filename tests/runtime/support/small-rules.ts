import fc from 'fast-check';
import type { JsonCondition, JsonEvent, JsonRule } from '../../../rules-library/schema/rule.ts';

/** Facts with few values: every order there can be is written down. */
const domains: Record<string, readonly unknown[]> = {
  'order.total': [undefined, -1, 0, 1, 2, 3, 4],
  'customer.tier': [undefined, 'gold', 'silver', 'bronze', 'none'],
  'order.isRush': [undefined, true, false],
  'order.tags': [undefined, [], ['vip'], ['large'], ['vip', 'large']],
};

/** All orders over the domains. */
export const everyOrder: readonly Record<string, unknown>[] = Object.entries(domains).reduce<
  Record<string, unknown>[]
>(
  (orders, [fact, values]) =>
    orders.flatMap((order) =>
      values.map((value) => (value === undefined ? order : { ...order, [fact]: value })),
    ),
  [{}],
);

const amount = fc.integer({ min: 0, max: 3 });
const tier = fc.constantFrom('gold', 'silver', 'bronze', 'none');
const tag = fc.constantFrom('vip', 'large');
const leaf = (parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonCondition> =>
  fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<JsonCondition>;

const comparison: fc.Arbitrary<JsonCondition> = fc.oneof(
  leaf({
    fact: fc.constant('order.total'),
    operator: fc.constantFrom(
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'equal',
      'notEqual',
      'not:equal',
      'not:lessThan',
    ),
    value: amount,
  }),
  leaf({
    fact: fc.constant('order.total'),
    operator: fc.constantFrom('between', 'notBetween'),
    value: fc.tuple(amount, amount),
  }),
  leaf({
    fact: fc.constant('customer.tier'),
    operator: fc.constantFrom('equal', 'notEqual', 'startsWith', 'endsWith'),
    value: fc.oneof(tier, fc.constantFrom('g', 'e', 'no')),
  }),
  leaf({
    fact: fc.constant('customer.tier'),
    operator: fc.constantFrom('in', 'notIn', 'not:in'),
    value: fc.uniqueArray(tier, { minLength: 1, maxLength: 3 }),
  }),
  leaf({
    fact: fc.constant('order.isRush'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  leaf({
    fact: fc.constant('order.tags'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: tag,
  }),
  leaf({
    fact: fc.constant('order.tags'),
    operator: fc.constantFrom('containsAny', 'containsAll', 'containsNone'),
    value: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }),
  }),
  leaf({
    fact: fc.constantFrom(...Object.keys(domains)),
    operator: fc.constantFrom('isPresent', 'isMissing'),
    value: fc.boolean(),
  }),
);

/** Conditions over these facts, groups in groups. */
export const smallConditions: fc.Arbitrary<JsonCondition> = fc.letrec<{
  group: JsonCondition;
  inner: JsonCondition;
}>((tie) => ({
  inner: fc.oneof({ depthSize: 'small', maxDepth: 3 }, comparison, tie('group')),
  group: fc.oneof(
    { weight: 3, arbitrary: fc.record({ all: fc.array(tie('inner'), { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie('inner'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('inner') }) },
  ) as fc.Arbitrary<JsonCondition>,
})).group;

const event: fc.Arbitrary<JsonEvent> = fc.oneof(
  fc.constantFrom<JsonEvent>(
    { type: 'hold-order', params: { code: 'other' } },
    { type: 'hold-order', params: { code: 'other', blocks: ['ship'] } },
    { type: 'release-order', params: {} },
    { type: 'mark-rush', params: {} },
    { type: 'set-field', params: { field: 'custom.a', value: 1 } },
    { type: 'set-field', params: { field: 'custom.a', value: 2 } },
  ),
);

/** A few rules, first to last. */
export const smallRules: fc.Arbitrary<JsonRule[]> = fc
  .array(fc.record({ conditions: smallConditions, event }), { minLength: 1, maxLength: 5 })
  .map((rules) => rules.map((rule, index) => ({ id: `r${index}`, priority: rules.length - index, ...rule })));
