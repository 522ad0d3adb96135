import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExpression } from '../../../rules-library/expressions/read-expression.ts';

const known = new Set([
  'order.total',
  'order.discount',
  'order.note',
  'clock.daysTo.spring-festival',
  'clock.daysTo.618',
  '618-flow.n1.score',
]);
const read = (source: string) =>
  readExpression(source, (id) => known.has(id) || id.startsWith('custom.'))
    .filter(({ kind }) => kind !== 'other')
    .map(({ kind, text }) => `${kind} ${text}`);

test.each([
  ['order.total * 0.5', ['fact order.total', 'number 0.5']],
  ['order.total-order.discount', ['fact order.total', 'fact order.discount']],
  ['clock.daysTo.spring-festival-7', ['fact clock.daysTo.spring-festival', 'number 7']],
  ['clock.daysTo.618<=15', ['fact clock.daysTo.618', 'number 15']],
  ['2-618-flow.n1.score', ['number 2', 'fact 618-flow.n1.score']],
  ['order.note.startsWith("order.total")', ['fact order.note']],
  ['custom.colour.contains("x")', ['fact custom.colour']],
  ['min(order.total, 1e3)', ['name min', 'fact order.total', 'number 1e3']],
  ['order.sum + tier', ['name order.sum', 'name tier']],
  ['r\'order.total\' + "it\'s \\" order.total" // order.total', []],
  ['"""order.total\n"order.total" """ == order.note', ['fact order.note']],
])('%s', (source, pieces) => {
  expect(read(source)).toEqual(pieces);
});

test('the pieces are the whole expression, each at its place', () => {
  const words = fc.constantFrom(
    ...known,
    'min',
    '(',
    ')',
    '-',
    ' ',
    '.',
    '"',
    "'",
    '\\',
    '//',
    '\n',
    '1.5',
    '9',
    'r"',
    'é',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const source = parts.join('');
      const pieces = readExpression(source, (id) => known.has(id));
      expect(pieces.map(({ text }) => text).join('')).toBe(source);
      for (const { text, at } of pieces) expect(source.startsWith(text, at)).toBe(true);
    }),
  );
});
