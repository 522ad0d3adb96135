import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { checkSource } from '../../../runtime/index.ts';

const scope = {
  has: (id: string) => vocabulary.facts.has(id),
  typeOf: (id: string) => vocabulary.facts.get(id)?.type,
};
const marked = (source: string): string => {
  const checked = checkSource(source, 'money', scope);
  return 'read' in checked ? 'fine' : source.slice(checked.error.from, checked.error.to);
};

describe('what is wrong with an expression is told at its place', () => {
  it.each([
    ['order.total - order.discount', 'fine'],
    ['order.total - order.sum', 'order.sum'],
    ['order.discount + (order.total + order.age) * 2', 'order.total + order.age'],
    ['order.total + percentOf(order.age, order.age)', 'percentOf(order.age, order.age)'],
    ['order.total + twice(order.total)', 'twice(order.total)'],
    ['order.total * order.discount', 'order.total * order.discount'],
    ['order.total + 已过 * 2', '已过'],
    ['order.total +', '+'],
    ['order.total + )', ')'],
    ['order.total > 5', 'order.total > 5'],
  ])('%s', (source, word) => {
    expect(marked(source)).toBe(word);
  });
});
