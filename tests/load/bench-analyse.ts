import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, JsonCondition, JsonEvent, JsonRule } from '../../rules-library/schema/rule.ts';
import { analyse, type Finding } from '../../runtime/index.ts';

/**
 * `npm run bench:analyse`: time to analyse 100, 1,000 and 3,000 rules of an order company and decision tables of 100 and
 * 1,000 rows, median of three runs, and what was found. Rules are drawn from a seed: the same each time.
 */
const sizes = [100, 1000, 3000];
const rounds = 3;

/** A generator of the mulberry32 family: small, seeded, good enough to spread rules. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const channels = ['taobao', 'douyin', 'jd', 'youzan', 'b2b', 'pos'];
const tiers = ['gold', 'silver', 'bronze', 'none'];
const provinces = ['浙江省', '江苏省', '广东省', '四川省', '新疆维吾尔自治区', '北京市', '山东省', '河南省'];
const events = ['order.received', 'order.changed', 'payment.changed', 'credit.changed', 'rush.requested'];
const codes = ['credit-exceeded', 'no-stock', 'awaiting-payment', 'address-problem', 'other'];

function rulesOf(count: number): JsonRule[] {
  const random = seeded(count);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const is = (
    fact: string,
    operator: string,
    value: JsonCondition extends { value: infer V } ? V : unknown,
  ) => ({ fact, operator, value }) as JsonCondition;
  const conditions: (() => JsonCondition)[] = [
    () => is('order.channel', 'equal', pick(channels)),
    () => is('customer.tier', 'in', [pick(tiers), pick(tiers)]),
    () => is('shipTo.province', 'equal', pick(provinces)),
    () => {
      const from = Math.floor(random() * 2_000_000);
      return is('order.total', 'between', [from, from + Math.floor(random() * 400_000)]);
    },
    () => is('order.total', 'greaterThan', Math.floor(random() * 2_000_000)),
    () => is('order.isRush', 'equal', random() < 0.5),
    () => is('customer.overdueDays', 'greaterThan', Math.floor(random() * 60)),
    () => is('order.tags', 'contains', pick(['vip', 'large', 'gift', 'b2b'])),
    () => ({
      any: [is('payment.status', 'equal', pick(['paid', 'unpaid'])), is('customer.isNew', 'equal', true)],
    }),
    () => is('order.total', 'greaterThan', { fact: 'customer.creditLeft' }),
  ];
  const effects: ((index: number) => JsonEvent)[] = [
    () => ({
      type: 'hold-order',
      params: { code: pick(codes), blocks: [pick(['confirm', 'release', 'ship'])] },
    }),
    (index) => ({ type: 'set-tag', params: { tag: `tag-${index}` } }),
    () => ({ type: 'mark-rush', params: {} }),
    (index) => ({
      type: 'raise-alert',
      params: {
        kind: pick(codes),
        level: 'warn',
        to: [{ role: pick(['operations', 'sales', 'keeper', 'finance']) }],
        text: { zh: `提醒 ${index}`, en: `Alert ${index}` },
      },
    }),
    () => ({
      type: 'set-field',
      params: { field: `custom.f${Math.floor(random() * 20)}`, value: random() < 0.5 },
    }),
  ];
  return Array.from({ length: count }, (_, index) => ({
    id: `flow-${index % 50}/n${index}`,
    priority: count - index,
    conditions: {
      all: [
        is('event.type', 'equal', pick(events)),
        ...Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(conditions)()),
      ],
    },
    event: pick(effects)(index),
  }));
}

/** A table of as many rows as a grid over amount and weight has, complete and without overlaps. */
function tableOf(columns: number, lines: number): DerivedFact {
  const between = (fact: string, place: number, count: number, step: number): Condition[] => [
    ...(place === 0 ? [] : [{ fact, operator: 'greaterThanInclusive', value: place * step }]),
    ...(place === count - 1 ? [] : [{ fact, operator: 'lessThan', value: (place + 1) * step }]),
  ];
  const rows = Array.from({ length: columns * lines }, (_, index) => ({
    id: `row-${index}`,
    conditions: {
      all: [
        ...between('order.total', Math.floor(index / lines), columns, 1000),
        ...between('order.weight', index % lines, lines, 100),
      ],
    },
  }));
  return { id: 'flow.table', calculate: 'decision-table', with: { hit: 'UNIQUE', rows }, reads: [] };
}

/** The median time of some runs, and what was found. */
function measure(name: string, run: () => Finding[]): void {
  const times: number[] = [];
  let found: Finding[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    found = run();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const kinds = new Map<string, number>();
  for (const { kind } of found) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counted = [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ') || 'nothing';
  const median = Math.round(times[Math.floor(rounds / 2)]!);
  console.log(`${name.padEnd(20)} ${String(median).padStart(7)} ms   ${counted} found`);
}

for (const size of sizes) {
  const rules = rulesOf(size);
  measure(`${size} rules`, () => analyse(rules));
}
for (const [columns, lines] of [
  [10, 10],
  [40, 25],
] as const) {
  const derived = [tableOf(columns, lines)];
  measure(`table of ${columns * lines} rows`, () => analyse([], { derived }));
}
