import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../../runtime/index.ts';

const rows = fc.array(
  fc.record({ points: fc.integer({ min: -20, max: 20 }), is: fc.constantFrom(true, false, undefined) }),
  { maxLength: 6 },
);
const bands = fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { maxLength: 4 });

test('a score or band is given when it is the same whichever way what is not known falls', () => {
  fc.assert(
    fc.property(rows, bands, (given, starts) => {
      const settings = {
        rows: given.map(({ points, is }) => ({
          points,
          conditions: {
            fact: is === undefined ? 'order.quantity' : 'order.total',
            operator: 'equal',
            value: is ? 1 : 2,
          },
        })),
      };
      const levels = starts.map((from) => ({ from, value: `from ${from}` }));
      const reads = ['order.total', 'order.quantity'];
      const facts = compileRules([], {
        derived: [
          { id: 'f.n.score', calculate: 'score', with: settings, reads },
          { id: 'f.n.band', calculate: 'score', with: { ...settings, bands: levels }, reads },
        ],
      }).prepare({ 'order.total': 1 });

      let totals = [0];
      for (const { points, is } of given) {
        if (is === undefined) totals = [...totals, ...totals.map((total) => total + points)];
        else if (is) totals = totals.map((total) => total + points);
      }
      const bandOf = (total: number): string | undefined => {
        const reached = starts.filter((from) => from <= total);
        return reached.length === 0 ? undefined : `from ${Math.max(...reached)}`;
      };
      const only = <Value>(values: Value[]): Value | undefined =>
        new Set(values).size === 1 ? values[0] : undefined;
      expect(facts['f.n.score']).toBe(only(totals));
      expect(facts['f.n.band']).toBe(only(totals.map(bandOf)));
    }),
  );
});
