import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DerivedFact } from '../../../rules-library/schema/rule.ts';
import { compileRules } from '../../../runtime/index.ts';

type Verdict = 'fits' | 'not' | 'unknown';

/** A table of one column whose rows come out as said, and one output that names the row. */
function run(hit: string, verdicts: readonly Verdict[], more: object = {}) {
  const rows = verdicts.map((verdict, index) => ({
    id: `row-${index}`,
    conditions: {
      fact: verdict === 'unknown' ? 'order.quantity' : 'order.total',
      operator: 'equal',
      value: verdict === 'fits' ? 1 : 2,
    },
  }));
  const values = Object.fromEntries(rows.map(({ id }, index) => [id, index]));
  const derived: DerivedFact[] = [
    { id: 'f.n', calculate: 'decision-table', with: { hit, rows }, reads: ['order.total', 'order.quantity'] },
    { id: 'f.n.out', calculate: 'table-output', with: { rows: 'f.n', values, ...more }, reads: ['f.n'] },
  ];
  return compileRules([], { derived }).prepare({ 'order.total': 1 });
}

const verdicts = fc.array(fc.constantFrom<Verdict[]>('fits', 'not', 'not', 'unknown'), { maxLength: 6 });
const places = (list: readonly Verdict[], wanted: Verdict): number[] =>
  list.flatMap((verdict, index) => (verdict === wanted ? [index] : []));

describe('hit policies over three values', () => {
  test('FIRST takes the first row that fits, unless one before it is not known', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        const decided = list.find((verdict) => verdict !== 'not');
        const expected = decided === 'fits' ? list.indexOf('fits') : undefined;
        expect(run('FIRST', list)['f.n.out']).toBe(expected);
        expect(run('FIRST', list, { otherwise: 99 })['f.n.out']).toBe(decided === undefined ? 99 : expected);
      }),
    );
  });

  test('UNIQUE takes the one row that fits, unless another fits or one is not known', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        const [only, second] = places(list, 'fits');
        const sure = second === undefined && !list.includes('unknown');
        expect(run('UNIQUE', list)['f.n.out']).toBe(sure ? only : undefined);
      }),
    );
  });

  test('COLLECT takes all rows that fit, in their order, unless one is not known', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        const hits = list.includes('unknown') ? undefined : places(list, 'fits');
        expect(run('COLLECT', list, { collect: 'list' })['f.n.out']).toEqual(hits);
        expect(run('COLLECT', list, { collect: 'count' })['f.n.out']).toBe(hits?.length);
        expect(run('COLLECT', list, { collect: 'sum' })['f.n.out']).toBe(hits?.reduce((a, b) => a + b, 0));
        const most = hits === undefined || hits.length === 0 ? undefined : Math.max(...hits);
        expect(run('COLLECT', list, { collect: 'max' })['f.n.out']).toBe(most);
        const least = hits?.[0] ?? (hits === undefined ? undefined : 7);
        expect(run('COLLECT', list, { collect: 'min', otherwise: 7 })['f.n.out']).toBe(least);
      }),
    );
  });
});
