import { ObjectId, type Document } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBson, compileSort, sortDocuments } from '../../../../server/embedded-mongo/query/index.ts';
import { thrown } from './thrown.ts';
import { decimal, double, int, values } from './values.arbitrary.ts';

const sorted = (docs: Document[], spec: Document): unknown[] =>
  docs.toSorted(compileSort(spec)).map(({ _id }) => _id as unknown);

describe('sort', () => {
  it.each<[string, Document[], Document, number[]]>([
    [
      'numbers of all types',
      [
        { _id: 1, a: double(2.5) },
        { _id: 2, a: int(2) },
        { _id: 3, a: decimal('2.4') },
      ],
      { a: int(1) },
      [2, 3, 1],
    ],
    [
      'descending',
      [
        { _id: 1, a: int(1) },
        { _id: 2, a: int(2) },
      ],
      { a: int(-1) },
      [2, 1],
    ],
    [
      'types in BSON order',
      [
        { _id: 1, a: true },
        { _id: 2, a: new ObjectId() },
        { _id: 3, a: 'x' },
        { _id: 4, a: int(1) },
        { _id: 5, a: new Date(0) },
      ],
      { a: int(1) },
      [4, 3, 2, 1, 5],
    ],
    [
      'a missing field as null',
      [{ _id: 1, a: int(1) }, { _id: 2 }, { _id: 3, a: null }],
      { a: int(1) },
      [2, 3, 1],
    ],
    [
      'an empty array below null',
      [
        { _id: 1, a: null },
        { _id: 2, a: [] },
      ],
      { a: int(1) },
      [2, 1],
    ],
    [
      'an array by its lowest element',
      [
        { _id: 1, a: [int(5), int(2)] },
        { _id: 2, a: int(3) },
      ],
      { a: int(1) },
      [1, 2],
    ],
    [
      'an array by its highest, descending',
      [
        { _id: 1, a: int(4) },
        { _id: 2, a: [int(1), int(5)] },
      ],
      { a: int(-1) },
      [2, 1],
    ],
    [
      'fields of array elements',
      [
        { _id: 1, a: [{ b: int(3) }] },
        { _id: 2, a: [{ b: int(9) }, { b: int(1) }] },
      ],
      { 'a.b': int(1) },
      [2, 1],
    ],
    [
      'by position',
      [
        { _id: 1, a: [int(0), int(9)] },
        { _id: 2, a: [int(5), int(1)] },
      ],
      { 'a.1': int(1) },
      [2, 1],
    ],
    [
      'two fields',
      [
        { _id: 1, a: int(1), b: int(1) },
        { _id: 2, a: int(1), b: int(2) },
        { _id: 3, a: int(0), b: int(0) },
      ],
      { a: int(1), b: int(-1) },
      [3, 2, 1],
    ],
    [
      'equal ones keep their order',
      [
        { _id: 2, a: int(1) },
        { _id: 1, a: int(1) },
      ],
      { a: int(1) },
      [2, 1],
    ],
    [
      'inherited names are missing fields',
      [{ _id: 1, constructor: 'a' }, { _id: 2 }],
      { constructor: int(1) },
      [2, 1],
    ],
  ])('%s', (_what, docs, spec, expected) => {
    expect(sorted(docs, spec)).toEqual(expected);
    expect(sortDocuments(docs, spec).map(({ _id }) => _id as unknown)).toEqual(expected);
  });

  it('keeps as many as asked', () => {
    expect(sortDocuments([{ a: int(3) }, { a: int(1) }, { a: int(2) }], { a: int(1) }, 2)).toStrictEqual([
      { a: int(1) },
      { a: int(2) },
    ]);
  });

  it('orders plain values as they compare', () => {
    const plain = values.filter((value) => !Array.isArray(value) && value !== undefined);
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const order = compileSort({ x: 1 });
        expect(Math.sign(order({ x: a }, { x: b }))).toBe(Math.sign(compareBson(a, b)));
      }),
    );
  });

  it.each<[string, Document]>([
    ['another number', { a: int(2) }],
    ['text', { a: 'asc' }],
    ['an expression', { a: { $meta: 'textScore' } }],
    ['an operator as field', { $foo: int(1) }],
  ])('refuses %s', (_what, spec) => {
    expect(thrown(() => compileSort(spec)).code).toBe(2);
  });
});
