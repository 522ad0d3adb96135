import { describe, expect, test } from 'vitest';
import { compileRules } from '../../runtime/index.ts';

/** What a program reads because its events say it. */
const read = (params: Record<string, unknown>): string[] =>
  compileRules([
    {
      id: 'one',
      conditions: { all: [{ fact: 'order.total', operator: 'greaterThan', value: 1 }] },
      event: { type: 'raise-alert', params },
    },
  ]).facts.filter((fact) => fact !== 'order.total');

describe('what an event says is loaded', () => {
  test('facts as values and as placeholders, results of any flow among them', () => {
    expect(
      read({
        text: { zh: '{customer.tier}，得分 {618-rush.n2.score}', en: '{customer.tier}' },
        until: { fact: 'order.promisedDelivery' },
        to: [{ warehouse: { fact: 'line.warehouse' } }],
      }).sort(),
    ).toEqual(['618-rush.n2.score', 'customer.tier', 'line.warehouse', 'order.promisedDelivery'].sort());
  });

  test('other braces stay text', () => {
    expect(read({ text: '{} {x} {a b.c} {order}' })).toEqual([]);
  });
});
