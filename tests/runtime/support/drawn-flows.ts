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

/** A comparison with what an earlier block calculates; `result` stands for one before it, once it is known which. */
const resultLeaf = leaf({
  fact: is('result'),
  operator: fc.constantFrom(...orderings),
  value: amount,
});

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

const anyLeaf = fc.oneof({ weight: 4, arbitrary: orderLeaf }, { weight: 1, arbitrary: resultLeaf });

const check: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: is('condition-group'),
      params: fc.record({ conditions: conditions(anyLeaf), whenMissing }),
    }),
  },
  fc.record({
    kind: is('condition-group'),
    params: fc.record({ conditions: conditions(resultLeaf), whenMissing }),
  }),
  fc.record({
    kind: is('in-list'),
    params: fc.record({ fact: fc.constantFrom('order.tags', 'customer.tier'), list: is('hot'), whenMissing }),
  }),
  fc.record({
    kind: is('time-window'),
    params: fc.record(
      {
        from: fc.constantFrom('06:00', '12:30', '22:00'),
        to: fc.constantFrom('07:00', '13:00', '24:00'),
        weekdays: fc.uniqueArray(fc.constantFrom('monday', 'friday', 'saturday'), { minLength: 1 }),
        whenMissing,
      },
      { requiredKeys: ['from', 'to', 'whenMissing'] },
    ),
  }),
  fc.record({
    kind: is('season-window'),
    params: fc
      .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 5 }), whenMissing)
      .map(([fromDays, length, missing]) => ({
        festival: 'double-12',
        fromDays,
        toDays: fromDays + length,
        whenMissing: missing,
      })),
  }),
  fc.record({
    kind: is('rush-criteria'),
    params: fc.record({ conditions: orderLeaf.map(numbered), withinHours: amount, whenMissing }),
  }),
  fc.record({
    kind: is('stock-check'),
    params: fc.record(
      { scope: fc.constantFrom('all', 'part'), by: is({ fact: 'order.requestedDelivery' }), whenMissing },
      { requiredKeys: ['scope', 'whenMissing'] },
    ),
  }),
  fc.record({
    kind: is('same-customer'),
    params: fc.record({ platforms: fc.constantFrom('different', 'any'), sameSku: fc.boolean(), whenMissing }),
  }),
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

const cell = fc.oneof(
  amount,
  fc.uniqueArray(amount, { minLength: 1, maxLength: 3 }),
  fc.record({ operator: fc.constantFrom(...orderings), value: fc.oneof(amount, creditLeft) }),
  fc.record({ not: amount }),
  fc.record({ any: fc.tuple(amount, fc.record({ operator: is('greaterThan'), value: amount })) }),
);
/** Results may have fractions, which are never equal. */
const resultCell = fc.record({ operator: fc.constantFrom(...orderings), value: amount });
const values = [1, 3, 5];
const outcome = fc.constantFrom(...values);

/** Blocks that calculate; each has one number as `result`. */
const compute: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: is('decision-table'),
    params: fc
      .record({
        hitPolicy: fc.constantFrom('FIRST', 'UNIQUE', 'PRIORITY', 'COLLECT'),
        output: fc.record({ otherwise: outcome }, { requiredKeys: [] }),
        rows: fc.array(
          fc.record({
            when: fc.record(
              { total: cell, tier: tier, got: resultCell },
              { requiredKeys: [], noNullPrototype: true },
            ),
            out: outcome,
          }),
          { minLength: 1, maxLength: 4 },
        ),
      })
      .map(({ hitPolicy, output, rows }) => ({
        hitPolicy,
        inputs: [
          { id: 'total', fact: 'order.total' },
          { id: 'tier', fact: 'customer.tier' },
          { id: 'got', fact: 'result' },
        ],
        outputs: [
          { id: 'out', label: { zh: '值', en: 'value' }, type: 'number', values, collect: 'sum', ...output },
        ],
        rows: rows.map(({ when, out }, index) => ({ id: `r${index}`, when, then: { out } })),
      })),
  }),
  fc.record({
    kind: is('score-card'),
    params: fc
      .array(fc.record({ conditions: conditions(anyLeaf), points: fc.integer({ min: -3, max: 3 }) }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) => ({ rows: rows.map((row, index) => ({ id: `s${index}`, ...row })) })),
  }),
  fc.record({
    kind: is('calculation'),
    params: fc.constantFrom(
      { expression: 'order.total + customer.creditLeft', type: 'money' },
      { expression: 'order.total*2-customer.creditLeft', type: 'money' },
      { expression: 'order.isRush ? order.total : customer.creditLeft', type: 'money' },
      { expression: 'max(order.total, customer.creditLeft) / 2', type: 'money' },
      { expression: 'order.isRush || order.total > 3 ? 1 : 5', type: 'number' },
      { expression: 'customer.tier in ["gold", "silver"] && result > 2 ? 1 : 5', type: 'number' },
    ),
  }),
  fc.record({
    kind: is('lookup'),
    params: fc.record({ otherwise: outcome }, { requiredKeys: [] }).map((column) => ({
      table: 'rates',
      by: 'customer.tier',
      columns: [{ id: 'rate', label: { zh: '率', en: 'rate' }, type: 'number', ...column }],
    })),
  }),
);

const action: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: is('set-tag'), params: fc.record({ tag }) }),
  fc.record({ kind: is('hold-order'), params: fc.record({ code: fc.constantFrom('no-stock', 'other') }) }),
  is({ kind: 'mark-rush', params: {} }),
  is({ kind: 'test-approval', params: {} }),
);

const letters = 'abcdefghijklmnopqrstuvwxyz';

const yesNoChecks = new Set([
  'condition-group',
  'line-condition',
  'in-list',
  'time-window',
  'season-window',
  'rush-criteria',
  'stock-check',
]);

/** The number each block that calculates gives. */
const resultOf: Record<string, string> = {
  'decision-table': '.out',
  'score-card': '.score',
  calculation: '',
  lookup: '.rate',
};

/** Exits of a block as drawn. */
function portsOf({ kind, params }: Block): string[] {
  const unknown = params.whenMissing === 'no' ? [] : ['unknown'];
  if (kind === 'branch') return ['a', 'b', 'otherwise', ...unknown];
  if (kind === 'same-customer') return ['yes', 'maybe', 'no', ...unknown];
  if (yesNoChecks.has(kind)) return ['yes', 'no', ...unknown];
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
      blocks: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: check },
          { weight: 3, arbitrary: compute },
          { weight: 4, arbitrary: action },
        ),
        { minLength: size, maxLength: size },
      ),
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
    nodes: nodes.map((node) => withResult(node, nodes, edges)),
    edges,
    layout: {},
    cases: [],
  };
}

/** Puts the result of a block before this one in place of `result`, or an amount of the order where there is none. */
function withResult(node: FlowNode, nodes: readonly FlowNode[], edges: readonly FlowEdge[]): FlowNode {
  const before = new Set<string>();
  const walk = (id: string): void =>
    edges.forEach(({ from, to }) => {
      if (to !== id || before.has(from.node)) return;
      before.add(from.node);
      walk(from.node);
    });
  walk(node.id);
  const source = nodes.find(({ id, kind }) => before.has(id) && Object.hasOwn(resultOf, kind));
  const fact = source === undefined ? 'customer.creditLeft' : `drawn.${source.id}${resultOf[source.kind]}`;
  const fill = (value: unknown): unknown => {
    if (value === 'result') return fact;
    if (typeof value === 'string') return value.replaceAll(/\bresult\b/g, fact);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
  };
  return { ...node, params: fill(node.params) as Record<string, unknown> };
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
  'line.shortage': optional(fc.integer({ min: 0, max: 2 })),
  'line.inTransit': optional(fc.integer({ min: 0, max: 2 })),
  'line.inTransitEta': optional(minutes(-60, 60)),
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
    'order.requestedDelivery': optional(minutes(-30, 30)),
    'delivery.hours': optional(amount),
    'customer.matchScore': optional(fc.constantFrom(0, 60, 75, 90, 100)),
    'customer.channelsLast24h': optional(fc.integer({ min: 1, max: 2 })),
    'customer.ordersLast24h': optional(fc.integer({ min: 1, max: 2 })),
    'customer.sameSkuLast24h': optional(fc.integer({ min: 1, max: 2 })),
    'clock.weekday': optional(fc.constantFrom('thursday', 'friday', 'saturday')),
    'clock.sinceMidnight': optional(fc.constantFrom(0, 360, 419, 420, 750, 779, 780, 1320, 1439)),
    'clock.daysTo.double-12': optional(fc.constantFrom(0, 1, 2, 3, 5, 362, 363, 364)),
    'list.hot': fc.constantFrom(['vip', 'gold'], ['odd'], []),
    'table.rates': optional(is({ gold: { rate: 5 }, silver: { rate: 'much' }, bronze: { rate: 1 } })),
    'clock.now': fc.option(fc.constant(noon), { nil: undefined, freq: 8 }),
    lines: optional(fc.array(line.map(withoutAbsent), { maxLength: 4 })),
  })
  .map(withoutAbsent);

function withoutAbsent(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
