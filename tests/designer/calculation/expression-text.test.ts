import { describe, expect, it } from 'vitest';
import { completionsFor, wordAt } from '../../../designer/calculation/completions.ts';
import { shownExpression, storedExpression } from '../../../designer/calculation/expression-text.ts';
import { vocabulary } from '../../../rules-library/index.ts';

const facts = vocabulary.facts;

describe('an expression as people read it', () => {
  it.each([
    ['order.total - percentOf(order.total, 15)', '{订单金额} - percentOf({订单金额}, 15)'],
    ['order.note == "order.total"', '{备注} == "order.total"'],
  ])('%s', (stored, shown) => {
    expect(shownExpression(stored, facts, 'zh')).toBe(shown);
    expect(storedExpression(shown, facts, 'zh')).toBe(stored);
  });

  it('every fact is written by name and read as itself, in both languages', () => {
    for (const { id, hidden } of facts.values()) {
      if (hidden === true) continue;
      for (const language of ['zh', 'en'] as const)
        expect(storedExpression(shownExpression(`1 + ${id}`, facts, language), facts, language)).toBe(
          `1 + ${id}`,
        );
    }
  });

  it('is completed with facts by name and with functions', () => {
    expect(wordAt('1 + 订单金', 7)).toEqual({ from: 4, word: '订单金' });
    expect(wordAt('{订单', 3)).toEqual({ from: 0, word: '订单' });
    expect(wordAt('1 + ', 4)).toBeUndefined();
    expect(completionsFor('订单金', facts.values(), 'zh')[0]).toMatchObject({ insert: '{订单金额}' });
    expect(completionsFor('ddje', facts.values(), 'zh').map(({ label }) => label)).toContain('订单金额');
    expect(completionsFor('perc', facts.values(), 'en')[0]).toMatchObject({ insert: 'percentOf()', back: 1 });
  });
});
