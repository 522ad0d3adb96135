import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { analyse } from '../../../runtime/index.ts';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import type { DerivedFact, JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { operators } from '../../../rules-library/operators/index.ts';

// Many generated tables: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

type Cell = [operator: string, value: unknown] | undefined;
interface Row {
  id: string;
  total: Cell;
  tier: Cell;
}

/** A table over amount and tier as its block compiles it. */
function tableOf(hit: 'FIRST' | 'UNIQUE', rows: readonly Row[]): DerivedFact {
  const conditionsOf = ({ total, tier }: Row): Condition => ({
    all: [
      ...(total === undefined ? [] : [{ fact: 'order.total', operator: total[0], value: total[1] }]),
      ...(tier === undefined ? [] : [{ fact: 'customer.tier', operator: tier[0], value: tier[1] }]),
    ] as Condition[],
  });
  return {
    id: 'f.t',
    calculate: 'decision-table',
    with: { hit, rows: rows.map((row) => ({ id: row.id, conditions: conditionsOf(row) })) },
    reads: ['order.total', 'customer.tier'],
  };
}

const findingsOf = (hit: 'FIRST' | 'UNIQUE', rows: readonly Row[], more: DerivedFact[] = []) =>
  analyse([], { derived: [tableOf(hit, rows), ...more] });
const row = (id: string, total: Cell, tier?: Cell): Row => ({ id, total, tier });

describe('a decision table', () => {
  const low = row('low', ['lessThan', 1000]);
  const high = row('high', ['greaterThanInclusive', 1000]);

  test('without holes, overlaps and idle rows is left in peace', () => {
    expect(findingsOf('UNIQUE', [low, high])).toEqual([]);
    expect(findingsOf('FIRST', [low, row('rest', undefined)])).toEqual([]);
  });

  test('has a gap: an order that no row is for', () => {
    const [finding, ...others] = findingsOf('FIRST', [low, row('high', ['greaterThan', 1000])]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'gap', nodes: ['f/t'], witness: { 'order.total': 1000 } });
    expect(finding!.text.zh).toContain('订单金额 ¥10');
  });

  test('has none where its results say what they are then, and where only choices nobody defined are left', () => {
    const output: DerivedFact = {
      id: 'f.t.out',
      calculate: 'table-output',
      with: { rows: 'f.t', values: { low: 1 }, otherwise: 0 },
      reads: ['f.t'],
    };
    expect(findingsOf('FIRST', [low], [output])).toEqual([]);
    const tiers = row('all', undefined, ['in', ['gold', 'silver', 'bronze', 'none']]);
    expect(findingsOf('FIRST', [tiers])).toEqual([]);
  });

  test('has a row that rows before it leave nothing to, and says which', () => {
    const rows = [low, row('idle', ['between', [0, 5000]], ['equal', 'gold']), high];
    expect(findingsOf('FIRST', rows)).toEqual([]);
    const [finding, ...others] = findingsOf('FIRST', [
      row('other', undefined, ['equal', 'none']),
      low,
      high,
      rows[1]!,
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'redundant', nodes: ['f/t'], witness: null });
    expect(finding!.proof!.map(({ text }) => text.en)).toEqual(['row "low"', 'row "high"']);
  });

  test('has a row whose own cells exclude each other', () => {
    const rows = [low, high, row('never', ['between', [9, 3]])];
    expect(findingsOf('UNIQUE', rows)).toMatchObject([{ kind: 'unreachable', nodes: ['f/t'] }]);
  });

  test('has two rows that apply together where only one may', () => {
    const [finding, ...others] = findingsOf('UNIQUE', [row('a', ['lessThanInclusive', 1000]), high]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'overlap', level: 'error', witness: { 'order.total': 1000 } });
  });
});

test('says of its rows what they are called, and which they are', () => {
  const names = {
    node: () => ({ zh: '运费', en: 'Freight' }),
    row: (_: string, row: string) => ({ zh: `第 ${row} 行`, en: `row ${row}` }),
  };
  const rows = [row('1', ['lessThanInclusive', 1000]), row('2', ['greaterThanInclusive', 1000])];
  const [finding] = analyse([], { derived: [tableOf('UNIQUE', rows)], names });
  expect(finding).toMatchObject({ kind: 'overlap', rows: ['1', '2'] });
  expect(finding!.text.zh).toMatch(/^决策表「运费」的第 1 行和第 2 行会同时适用/);
});

test('a rule that waits for a result no row gives can never fire', () => {
  const output: DerivedFact = {
    id: 'f.t.out',
    calculate: 'table-output',
    with: { rows: 'f.t', values: { low: 'manager', high: 'sales' } },
    reads: ['f.t'],
  };
  const derived = [
    tableOf('UNIQUE', [row('low', ['lessThan', 10]), row('high', ['greaterThanInclusive', 10])]),
    output,
  ];
  const rule = (conditions: JsonCondition[]): JsonRule => ({
    id: 'r',
    conditions: { all: conditions },
    event: { type: 'mark-rush' },
  });
  const out = (value: string): JsonCondition => ({ fact: 'f.t.out', operator: 'equal', value });
  const findings = analyse([rule([out('finance')])], { derived });
  expect(findings).toMatchObject([{ kind: 'unreachable' }]);
  const apart = analyse([rule([out('sales'), { fact: 'order.total', operator: 'lessThan', value: 5 }])], {
    derived,
  });
  expect(apart).toMatchObject([{ kind: 'unreachable', proof: [{}, {}] }]);
});

test('in a later stage a result is as it was decided then: what its table looks at may have moved on', () => {
  const stages = [''];
  const output: DerivedFact = {
    id: 'f.t.out',
    calculate: 'table-output',
    with: { rows: 'f.t', values: { low: 'manager', high: 'sales' } },
    reads: ['f.t'],
    stages,
  };
  const rows = [row('low', ['lessThan', 10]), row('high', ['greaterThanInclusive', 10])];
  const derived = [{ ...tableOf('UNIQUE', rows), stages }, output];
  const later: JsonRule = {
    id: 'f/ask:approved/n',
    conditions: {
      all: [
        { fact: 'event.type', operator: 'equal', value: 'stage.entered' },
        { fact: 'event.stage', operator: 'equal', value: 'f/ask:approved' },
        { fact: 'f.t.out', operator: 'equal', value: 'sales' },
        { fact: 'order.total', operator: 'lessThan', value: 5 },
      ],
    },
    event: { type: 'mark-rush' },
  };
  expect(analyse([later], { derived })).toEqual([]);
});

const amount = fc.integer({ min: 0, max: 4 });
const tiers = ['gold', 'silver', 'bronze', 'none'];
const totalCell = fc.option(
  fc.oneof(
    fc.tuple(fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'equal', 'notEqual'), amount),
    fc.tuple(fc.constant('between'), fc.tuple(amount, amount)),
  ) as fc.Arbitrary<[string, unknown]>,
  { nil: undefined, freq: 4 },
);
const tierCell = fc.option(
  fc.oneof(
    fc.tuple(fc.constantFrom('equal', 'notEqual'), fc.constantFrom(...tiers)),
    fc.tuple(fc.constantFrom('in', 'notIn'), fc.subarray(tiers, { minLength: 1 })),
  ) as fc.Arbitrary<[string, unknown]>,
  { nil: undefined, freq: 3 },
);

const judge = new Map(operators.flatMap((one) => (one.runs ? [[one.name, one.holds] as const] : [])));
const holds = (cell: Cell, value: unknown): boolean =>
  cell === undefined || judge.get(cell[0])!(value, cell[1]);

/** Every order there can be: beyond the ends amounts compare all alike. */
const orders = [-1, 0, 1, 2, 3, 4, 5].flatMap((total) => tiers.map((tier) => ({ total, tier })));

test('on small tables holes, idle rows and overlaps are exactly those there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ total: totalCell, tier: tierCell }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('FIRST' as const, 'UNIQUE' as const),
      (cells, hit) => {
        const rows = cells.map((one, index) => row(`r${index}`, one.total, one.tier));
        const met = orders.map(({ total, tier }) =>
          rows.filter((one) => holds(one.total, total) && holds(one.tier, tier)).map(({ id }) => id),
        );
        const findings = findingsOf(hit, rows);
        const found = (kind: string) => findings.filter((one) => one.kind === kind);
        expect(found('undecided')).toEqual([]);
        expect(found('gap')).toHaveLength(met.some((ids) => ids.length === 0) ? 1 : 0);
        const never = rows.filter(({ id }) => !met.some((ids) => ids.includes(id)));
        expect(found('unreachable')).toHaveLength(never.length);
        const idle = rows.filter(({ id }) => !met.some((ids) => ids[0] === id));
        expect(found('redundant')).toHaveLength(hit === 'FIRST' ? idle.length - never.length : 0);
        const pairs = rows.flatMap((one, index) =>
          rows
            .slice(index + 1)
            .filter((other) => met.some((ids) => ids.includes(one.id) && ids.includes(other.id))),
        );
        expect(found('overlap')).toHaveLength(hit === 'UNIQUE' ? pairs.length : 0);
      },
    ),
    { numRuns: 120 },
  );
});
