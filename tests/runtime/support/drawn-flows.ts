import fc from 'fast-check';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import type { Flow, FlowEdge, FlowNode } from '../../../rules-library/schema/flow.ts';

const amount = fc.integer({ min: 0, max: 6 });
const tier = fc.constantFrom('gold', 'silver', 'bronze', 'none');
const tag = fc.constantFrom('vip', 'large', 'odd');
const orderings = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const ordering = fc.constantFrom(...orderings, 'equal', 'notEqual');
const creditLeft = fc.constant({ fact: 'customer.creditLeft' });

const leaf = (parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Condition> =>
  fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<Condition>;
const is = <Value>(value: Value): fc.Arbitrary<Value> => fc.constant(value);

const orderLeaf = fc.oneof(
  leaf({ fact: is('order.total'), operator: ordering, value: fc.oneof(amount, creditLeft) }),
  leaf({
    fact: is('order.total'),
    operator: fc.constantFrom('between', 'notBetween'),
    value: fc.tuple(fc.oneof(amount, creditLeft), fc.oneof(amount, creditLeft)),
  }),
  leaf({
    fact: is('customer.tier'),
    operator: fc.constantFrom('equal', 'notEqual', 'atLeast', 'atMost'),
    value: tier,
  }),
  leaf({
    fact: is('customer.tier'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.uniqueArray(tier, { minLength: 1, maxLength: 3 }),
  }),
  leaf({ fact: is('order.tags'), operator: fc.constantFrom('contains', 'doesNotContain'), value: tag }),
  leaf({ fact: is('order.isRush'), operator: is('equal'), value: fc.boolean() }),
  leaf({
    fact: is('order.placedAt'),
    operator: fc.constantFrom('withinLast', 'olderThan', 'youngerThan', 'withinNext'),
    value: fc.integer({ min: 1, max: 90 }),
  }),
  leaf({ fact: is('customer.tier'), operator: fc.constantFrom('isPresent', 'isMissing'), value: is(true) }),
  leaf({
    fact: is('order.total'),
    operator: fc.constantFrom(...orderings),
    value: amount,
    missing: is('as-stock'),
  }),
);

const lineLeaf = fc.oneof(
  leaf({ fact: is('line.quantity'), operator: ordering, value: fc.integer({ min: 1, max: 4 }) }),
  leaf({
    fact: is('line.goodsClass'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constantFrom('liquid', 'battery'),
  }),
  leaf({ fact: is('order.isRush'), operator: is('equal'), value: fc.boolean() }),
);

function conditions(of: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const group = fc.letrec<{ any: Condition; inner: Condition }>((tie) => ({
    inner: fc.oneof({ depthSize: 'xsmall', maxDepth: 2 }, of, tie('any')),
    any: fc.oneof(
      fc.record({ all: fc.array(tie('inner'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('inner'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('inner') }),
    ),
  }));
  return group.any.map(numbered);
}

/** Gives each comparison an id, as a save does. */
function numbered(condition: Condition): Condition {
  let next = 0;
  const walk = (inner: Condition): Condition => {
    if ('all' in inner) return { all: inner.all.map(walk) };
    if ('any' in inner) return { any: inner.any.map(walk) };
    if ('not' in inner) return { not: walk(inner.not) };
    next += 1;
    return { ...inner, id: `c${next}` };
  };
  return walk(condition);
}

const whenMissing = fc.constantFrom('person', 'person', 'no');
type Block = Pick<FlowNode, 'kind' | 'params'>;

const check: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: is('condition-group'),
      params: fc.record({ conditions: conditions(orderLeaf), whenMissing }),
    }),
  },
  fc.record({
    kind: is('branch'),
    params: fc.record({
      cases: fc.tuple(
        fc.record({ id: is('a'), conditions: conditions(orderLeaf) }),
        fc.record({ id: is('b'), conditions: conditions(orderLeaf) }),
      ),
      whenMissing,
    }),
  }),
  fc.record({
    kind: is('line-condition'),
    params: fc.oneof(
      fc.record({
        quantifier: fc.constantFrom('any', 'every', 'none'),
        conditions: conditions(lineLeaf),
        whenMissing,
      }),
      fc.record({
        quantifier: fc.constantFrom('count', 'sum'),
        of: is('line.quantity'),
        operator: fc.constantFrom(...orderings, 'equal', 'notEqual'),
        value: fc.integer({ min: 0, max: 6 }),
        conditions: conditions(lineLeaf),
        whenMissing,
      }),
    ),
  }),
);

const action: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: is('set-tag'), params: fc.record({ tag }) }),
  fc.record({ kind: is('hold-order'), params: fc.record({ code: fc.constantFrom('no-stock', 'other') }) }),
  is({ kind: 'mark-rush', params: {} }),
  is({ kind: 'test-approval', params: {} }),
);

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Exits of a block as drawn. */
function portsOf({ kind, params }: Block): string[] {
  const unknown = params.whenMissing === 'no' ? [] : ['unknown'];
  if (kind === 'branch') return ['a', 'b', 'otherwise', ...unknown];
  if (kind === 'condition-group' || kind === 'line-condition') return ['yes', 'no', ...unknown];
  return kind === 'test-approval' ? ['approved', 'rejected'] : kind === 'test-deny' ? [] : ['next'];
}

interface Sketch {
  trigger: string;
  blocks: Block[];
  /** For each block, joins into it: from an earlier block (0 is the trigger) by one of its exits. */
  joins: { from: number; port: number; order: number }[][];
  /** Decides the ids, so that these say nothing of the order. */
  shift: number;
}

/** A drawing of checks and actions behind one trigger, joined at random without circles. */
export const drawnFlow: fc.Arbitrary<Flow> = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.record({
      trigger: fc.constantFrom('order.received', 'test-gate'),
      blocks: fc.array(fc.oneof({ weight: 3, arbitrary: check }, { weight: 2, arbitrary: action }), {
        minLength: size,
        maxLength: size,
      }),
      joins: fc.tuple(
        ...Array.from({ length: size }, (_, index) =>
          fc.array(
            fc.record({
              from: fc.integer({ min: Math.max(0, index - 3), max: index }),
              port: fc.nat({ max: 3 }),
              order: fc.integer({ min: 1, max: 3 }),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        ),
      ),
      shift: fc.nat({ max: 25 }),
    }),
  )
  .map(draw);

function draw({ trigger, blocks, joins, shift }: Sketch): Flow {
  const id = (index: number): string => `${letters[(index * 7 + shift) % 26]}${index}`;
  const nodes: FlowNode[] = [{ kind: trigger, params: {} }, ...blocks].map((block, index) => ({
    id: id(index),
    version: 1,
    ...block,
  }));
  const edges: FlowEdge[] = joins.flatMap((into, index) =>
    into.flatMap(({ from, port, order }, number) => {
      const ports = portsOf(nodes[from]!);
      if (ports.length === 0) return [];
      return [
        {
          id: `e${index}-${number}`,
          from: { node: id(from), port: ports[port % ports.length]! },
          to: id(index + 1),
          order,
        },
      ];
    }),
  );
  return {
    schema: 1,
    id: 'drawn',
    name: { zh: '画', en: 'drawn' },
    rank: 10,
    nodes,
    edges,
    layout: {},
    cases: [],
  };
}

const noon = Date.UTC(2025, 11, 12, 4);
const minutes = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from, max: to }).map((count) => noon + count * 60_000);
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });

const line = fc.record({
  'line.quantity': optional(fc.integer({ min: 1, max: 4 })),
  'line.goodsClass': optional(
    fc.uniqueArray(fc.constantFrom('liquid', 'battery', 'oversized'), { maxLength: 2 }),
  ),
});

/** Facts of an order, each now and then missing. */
export const orderFacts: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    'order.total': optional(amount),
    'customer.creditLeft': optional(amount),
    'customer.tier': optional(tier),
    'order.tags': optional(fc.uniqueArray(tag, { maxLength: 2 })),
    'order.isRush': optional(fc.boolean()),
    'order.placedAt': optional(minutes(-120, 60)),
    'clock.now': fc.option(fc.constant(noon), { nil: undefined, freq: 8 }),
    lines: optional(fc.array(line.map(withoutAbsent), { maxLength: 4 })),
  })
  .map(withoutAbsent);

function withoutAbsent(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
