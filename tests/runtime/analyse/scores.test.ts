import { describe, expect, test } from 'vitest';
import type { DerivedFact } from '../../../rules-library/schema/rule.ts';
import { analyse } from '../../../runtime/index.ts';

type Row = [fact: string, operator: string, value: unknown, points: number];

/** The band of a score card as its block compiles it. */
const card = (rows: readonly Row[], bands: readonly [from: number, value: string][]): DerivedFact => ({
  id: 'f.risk.band',
  calculate: 'score',
  with: {
    rows: rows.map(([fact, operator, value, points]) => ({ conditions: { fact, operator, value }, points })),
    bands: bands.map(([from, value]) => ({ from, value })),
  },
  reads: rows.map(([fact]) => fact),
});
const findingsOf = (rows: readonly Row[], bands: readonly [number, string][]) =>
  analyse([], { derived: [card(rows, bands)] });

const late: Row = ['customer.overdueDays', 'greaterThan', 30, 20];
const isNew: Row = ['customer.isNew', 'equal', true, 10];

describe('a score card', () => {
  test('whose bands are all come into is left in peace', () => {
    expect(
      findingsOf(
        [late, isNew],
        [
          [0, 'low'],
          [25, 'high'],
        ],
      ),
    ).toEqual([]);
  });

  test('has a band no combination of rows comes into, be it that its rows exclude each other', () => {
    const [finding, ...others] = findingsOf(
      [late, isNew],
      [
        [0, 'low'],
        [31, 'high'],
      ],
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'unreachable', nodes: ['f/risk'], witness: null });
    const prompt: Row = ['customer.overdueDays', 'lessThan', 5, 15];
    expect(
      findingsOf(
        [late, prompt],
        [
          [0, 'low'],
          [25, 'high'],
        ],
      ),
    ).toMatchObject([{ kind: 'unreachable' }]);
  });

  test('has orders whose points lie below every band', () => {
    const [finding] = findingsOf(
      [late, isNew],
      [
        [5, 'low'],
        [25, 'high'],
      ],
    );
    expect(finding).toMatchObject({ kind: 'gap', witness: { 'customer.isNew': false } });
    expect(finding!.witness!['customer.overdueDays']).toBeLessThanOrEqual(30);
  });

  test('with many rows is judged by the least and the most points', () => {
    const many = Array.from({ length: 12 }, (_, row): Row => [`custom.n${row}`, 'equal', true, 1]);
    expect(
      findingsOf(many, [
        [0, 'low'],
        [12, 'high'],
      ]),
    ).toEqual([]);
    expect(
      findingsOf(many, [
        [0, 'low'],
        [13, 'high'],
      ]),
    ).toMatchObject([{ kind: 'unreachable' }]);
  });
});
