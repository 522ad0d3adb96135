import type { Document } from 'bson';
import { describe, expect, it } from 'vitest';
import { compileFilter, compileProjection } from '../../../../server/embedded-mongo/query/index.ts';
import { thrown } from './thrown.ts';
import { double, int } from './values.arbitrary.ts';

const order = {
  _id: int(1),
  no: 'SO-1',
  buyer: { name: 'W', phone: '1', at: { city: '上海', zip: '2' } },
  lines: [
    { sku: 'A', qty: int(1), tags: ['x', 'y'] },
    { sku: 'B', qty: int(2), tags: ['z'] },
    { sku: 'C', qty: int(3), tags: [] },
  ],
  mixed: [{ a: int(1), b: int(2) }, int(5), [{ a: int(3), b: int(4) }]],
};

describe('projection', () => {
  it.each<[string, Document, Document]>([
    ['nothing asked', {}, order],
    ['kept fields, with _id', { no: int(1) }, { _id: int(1), no: 'SO-1' }],
    [
      'true and other numbers keep',
      { no: true, buyer: double(0.5) },
      { _id: int(1), no: 'SO-1', buyer: order.buyer },
    ],
    ['without _id', { no: int(1), _id: int(0) }, { no: 'SO-1' }],
    ['only _id', { _id: int(1) }, { _id: int(1) }],
    [
      'everything but _id',
      { _id: int(0) },
      { no: order.no, buyer: order.buyer, lines: order.lines, mixed: order.mixed },
    ],
    ['left out', { buyer: int(0), lines: false, mixed: int(0) }, { _id: int(1), no: 'SO-1' }],
    [
      '_id may be named while others are left out',
      { _id: int(1), buyer: int(0), lines: int(0), mixed: int(0) },
      { _id: int(1), no: 'SO-1' },
    ],
    ['a missing field', { nothing: int(1) }, { _id: int(1) }],
    ['an inner field', { 'buyer.name': int(1) }, { _id: int(1), buyer: { name: 'W' } }],
    [
      'inner fields as a document',
      { buyer: { name: int(1), at: { city: int(1) } } },
      { _id: int(1), buyer: { name: 'W', at: { city: '上海' } } },
    ],
    [
      'an inner field left out',
      { 'buyer.at.zip': int(0), lines: int(0), mixed: int(0) },
      { _id: int(1), no: 'SO-1', buyer: { name: 'W', phone: '1', at: { city: '上海' } } },
    ],
    ['below a scalar nothing is kept', { 'no.x': int(1) }, { _id: int(1) }],
    [
      'below a scalar nothing is left out',
      { 'no.x': int(0), buyer: int(0), lines: int(0), mixed: int(0) },
      { _id: int(1), no: 'SO-1' },
    ],
    [
      'fields of array elements',
      { 'lines.sku': int(1) },
      { _id: int(1), lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] },
    ],
    [
      'in arrays only documents are kept',
      { 'mixed.a': int(1) },
      { _id: int(1), mixed: [{ a: int(1) }, [{ a: int(3) }]] },
    ],
    [
      'in arrays other values are not left out',
      { 'mixed.a': int(0), no: int(0), buyer: int(0), lines: int(0) },
      { _id: int(1), mixed: [{ b: int(2) }, int(5), [{ b: int(4) }]] },
    ],
    [
      'the first elements',
      { lines: { $slice: int(1) }, buyer: int(0), mixed: int(0) },
      { _id: int(1), no: 'SO-1', lines: order.lines.slice(0, 1) },
    ],
    [
      'the last elements',
      { lines: { $slice: int(-2) }, _id: int(1), no: int(1) },
      { _id: int(1), no: 'SO-1', lines: order.lines.slice(1) },
    ],
    [
      'elements from a position',
      { lines: { $slice: [int(1), int(1)] }, no: int(1) },
      { _id: int(1), no: 'SO-1', lines: order.lines.slice(1, 2) },
    ],
    [
      'elements from a position before the end',
      { lines: { $slice: [int(-2), int(1)] }, no: int(1) },
      { _id: int(1), no: 'SO-1', lines: order.lines.slice(1, 2) },
    ],
    [
      'a slice of an inner array',
      { 'lines.tags': { $slice: int(1) }, no: int(1) },
      { _id: int(1), no: 'SO-1', lines: [{ tags: ['x'] }, { tags: ['z'] }, { tags: [] }] },
    ],
    [
      'a slice of no array',
      { no: { $slice: int(1) }, buyer: int(0), lines: int(0), mixed: int(0) },
      { _id: int(1), no: 'SO-1' },
    ],
    [
      'the first matching element',
      { lines: { $elemMatch: { qty: { $gt: int(1) } } } },
      { _id: int(1), lines: [order.lines[1]] },
    ],
    [
      '$elemMatch with operators',
      { mixed: { $elemMatch: { $gt: int(4) } } },
      { _id: int(1), mixed: [int(5)] },
    ],
    ['no matching element', { lines: { $elemMatch: { qty: int(9) } } }, { _id: int(1) }],
    ['$elemMatch of no array', { no: { $elemMatch: { x: int(1) } } }, { _id: int(1) }],
  ])('%s', (_what, spec, expected) => {
    const copy = JSON.stringify(order);
    expect(compileProjection(spec)(order)).toStrictEqual(expected);
    expect(JSON.stringify(order)).toBe(copy);
  });

  it('keeps the order of the document, and puts $elemMatch behind', () => {
    const made = compileProjection({ lines: { $elemMatch: { sku: 'A' } }, mixed: int(1), no: int(1) })(order);
    expect(Object.keys(made)).toEqual(['_id', 'no', 'mixed', 'lines']);
  });

  it('keeps only the element the filter matched by', () => {
    const filter = compileFilter({ lines: { $elemMatch: { sku: 'B' } } });
    expect(compileProjection({ 'lines.$': int(1) }, filter)(order)).toStrictEqual({
      _id: int(1),
      lines: [order.lines[1]],
    });
    const other = compileProjection({ 'lines.$': int(1) }, compileFilter({ no: 'SO-1' }));
    expect(thrown(() => other(order)).code).toBe(51246);
  });

  it.each<[string, Document, number]>([
    ['keeping among leaving out', { a: int(0), b: int(1) }, 31253],
    ['leaving out among keeping', { a: int(1), b: int(0) }, 31254],
    ['a path and one below it', { a: int(1), 'a.b': int(1) }, 31249],
    ['a path and one above it', { 'a.b': int(1), a: int(1) }, 31250],
    ['the same path twice', { a: { b: int(1) }, 'a.b': int(1) }, 31250],
    ['an empty inner document', { a: {} }, 51270],
    ['an unknown operator', { a: { $foo: int(1) } }, 31325],
    ['a computed field', { a: '$b' }, 31325],
    ['$meta', { a: { $meta: 'textScore' } }, 31325],
    ['$elemMatch on an inner field', { 'a.b': { $elemMatch: { x: int(1) } } }, 31275],
    ['$elemMatch of a number', { a: { $elemMatch: int(1) } }, 31274],
    ['an empty name', { 'a..b': int(1) }, 40353],
    ['a name with a dollar', { 'a.$b': int(1) }, 16410],
    ['$slice of text', { a: { $slice: 'x' } }, 2],
    ['$slice with a negative limit', { a: { $slice: [int(1), int(-1)] } }, 2],
    ['two operators', { a: { $slice: int(1), $elemMatch: {} } }, 2],
    ['a positional one without a filter', { 'a.$': int(1) }, 2],
    ['a positional one that leaves out', { 'a.$': int(0) }, 31395],
  ])('refuses %s', (_what, spec, code) => {
    expect(thrown(() => compileProjection(spec)).code).toBe(code);
  });
});
