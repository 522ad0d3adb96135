import { BSONRegExp, DBRef, Decimal128, Double, Int32, Long, ObjectId, Timestamp, type Document } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareBson,
  compileFilter,
  compileUpdate,
  type UpdateContext,
} from '../../../../server/embedded-mongo/query/index.ts';
import { thrown } from './thrown.ts';
import { decimal, double, int, long, values } from './values.arbitrary.ts';

const NOW = new Date('2026-12-12T00:00:00Z');

interface Options {
  filter?: Document;
  arrayFilters?: Document[];
  isInsert?: boolean;
}

function updated(doc: Document, update: Document, options: Options = {}): Document {
  const context: UpdateContext = { isInsert: options.isInsert ?? false, now: NOW };
  if (options.filter) context.filter = compileFilter(options.filter);
  return compileUpdate(update, { arrayFilters: options.arrayFilters }).apply(doc, context);
}

/** [what it shows, document, update, result] */
type Row = [string, Document, Document, Document];

function table(rows: Row[]): void {
  it.each(rows)('%s', (_what, doc, update, expected) => {
    const before = structuredCopy(doc);
    const result = updated(doc, update);
    expect(result).toStrictEqual(expected);
    expect(doc).toStrictEqual(before);
  });
}

/** A copy to prove the input untouched: containers are copied, BSON values are immutable and kept. */
function structuredCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structuredCopy) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, structuredCopy(inner)])) as T;
}

describe('single values', () => {
  table([
    ['$set', { a: int(1) }, { $set: { a: 'x', b: null } }, { a: 'x', b: null }],
    [
      '$set below a document',
      { a: { b: int(1), c: int(2) } },
      { $set: { 'a.b': int(9) } },
      { a: { b: int(9), c: int(2) } },
    ],
    ['$set makes the way', {}, { $set: { 'a.b.c': int(1) } }, { a: { b: { c: int(1) } } }],
    ['$set makes numbers into names', {}, { $set: { 'a.0': int(1) } }, { a: { '0': int(1) } }],
    ['$set by position', { a: [int(1), int(2)] }, { $set: { 'a.1': int(9) } }, { a: [int(1), int(9)] }],
    [
      '$set behind the end fills with null',
      { a: [int(1)] },
      { $set: { 'a.3': int(9) } },
      { a: [int(1), null, null, int(9)] },
    ],
    [
      '$set in an element',
      { a: [{ b: int(1) }] },
      { $set: { 'a.0.c': int(2) } },
      { a: [{ b: int(1), c: int(2) }] },
    ],
    ['$set changes the type of an equal number', { a: int(1) }, { $set: { a: double(1) } }, { a: double(1) }],
    [
      'several $set below one document',
      { a: { x: int(1) } },
      { $set: { 'a.x': int(2), 'a.y': int(3) } },
      { a: { x: int(2), y: int(3) } },
    ],
    ['an empty $set', { a: int(1) }, { $set: {} }, { a: int(1) }],
    ['$unset', { a: int(1), b: int(2) }, { $unset: { a: '' } }, { b: int(2) }],
    ['$unset of nothing', { a: int(1) }, { $unset: { 'x.y': '' } }, { a: int(1) }],
    [
      '$unset of an element leaves null',
      { a: [int(1), int(2)] },
      { $unset: { 'a.0': '' } },
      { a: [null, int(2)] },
    ],
    ['$unset below a scalar', { a: int(1) }, { $unset: { 'a.b': '' } }, { a: int(1) }],
    ['$unset by a name in an array', { a: [int(1)] }, { $unset: { 'a.b': '' } }, { a: [int(1)] }],
    [
      '$min takes the lower',
      { a: int(5), b: int(5) },
      { $min: { a: int(3), b: int(9) } },
      { a: int(3), b: int(5) },
    ],
    ['$min sets a missing field', {}, { $min: { a: int(3) } }, { a: int(3) }],
    [
      '$max compares across types',
      { a: int(5), b: 'x' },
      { $max: { a: 'x', b: int(9) } },
      { a: 'x', b: 'x' },
    ],
    [
      '$setOnInsert does nothing here',
      { a: int(1) },
      { $setOnInsert: { 'a.b': int(1), c: int(1) } },
      { a: int(1) },
    ],
    ['$currentDate', {}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: NOW, b: NOW }],
    ['$rename', { a: int(1), b: int(2) }, { $rename: { a: 'c' } }, { b: int(2), c: int(1) }],
    ['$rename over an existing field', { a: int(1), b: int(2) }, { $rename: { a: 'b' } }, { b: int(1) }],
    ['$rename into a document', { a: int(1) }, { $rename: { a: 'x.y' } }, { x: { y: int(1) } }],
    ['$rename of nothing', { b: int(2) }, { $rename: { a: 'b' } }, { b: int(2) }],
  ]);

  it('gives a timestamp when asked for one', () => {
    expect(updated({}, { $currentDate: { a: { $type: 'timestamp' } } })).toStrictEqual({
      a: new Timestamp({ t: NOW.getTime() / 1000, i: 1 }),
    });
  });

  it('adds new fields by name, whatever the order they are written in', () => {
    const made = updated(
      { z: int(1) },
      { $set: { b: int(1), a10: int(1), 'c.10': int(1), 'c.9': int(1) }, $inc: { a: int(1) } },
    );
    expect(Object.keys(made)).toEqual(['z', 'a', 'a10', 'b', 'c']);
  });
});

describe('numbers keep their types', () => {
  const MAX_INT = 2 ** 31 - 1;
  it.each<[string, unknown, unknown, unknown]>([
    ['int and int', int(1), int(2), int(3)],
    ['int over 32 bits', int(MAX_INT), int(1), long(MAX_INT + 1)],
    ['int and long', int(1), long(2), long(3)],
    ['long and long beyond 2^53', long(2n ** 53n), long(1), long(2n ** 53n + 1n)],
    ['int and double', int(1), double(2), double(3)],
    ['a whole double stays a double', double(1), int(1), double(2)],
    ['long and double', long(1), double(0.5), double(1.5)],
    ['int and decimal', int(1), decimal('0.10'), decimal('1.10')],
    ['double and decimal', double(0.1), decimal('0.2'), decimal('0.300000000000000')],
    ['decimals', decimal('0.1'), decimal('0.2'), decimal('0.3')],
    ['a negative amount', int(5), int(-7), int(-2)],
  ])('$inc: %s', (_what, current, by, expected) => {
    expect(updated({ a: current }, { $inc: { a: by } }).a).toStrictEqual(expected);
  });

  it.each<[string, unknown, unknown, unknown]>([
    ['int and int', int(6), int(7), int(42)],
    ['int over 32 bits', int(MAX_INT), int(2), long(BigInt(MAX_INT) * 2n)],
    ['long beyond 2^53', long(2n ** 40n + 1n), long(2n ** 20n), long((2n ** 40n + 1n) * 2n ** 20n)],
    ['decimal', decimal('1.5'), int(2), decimal('3.0')],
    ['double', double(1.5), int(2), double(3)],
  ])('$mul: %s', (_what, current, by, expected) => {
    expect(updated({ a: current }, { $mul: { a: by } }).a).toStrictEqual(expected);
  });

  it.each<[unknown, unknown]>([
    [int(5), int(0)],
    [double(5), double(0)],
    [long(5), long(0)],
    [decimal('5'), decimal('0')],
  ])('$mul of a missing field is zero of the type of %s', (by, expected) => {
    expect(updated({}, { $mul: { a: by } }).a).toStrictEqual(expected);
  });

  it('$inc of a missing field is the amount, in its type', () => {
    for (const amount of [int(5), double(5), long(5), decimal('5')]) {
      expect(updated({}, { $inc: { a: amount } }).a).toBe(amount);
    }
  });

  it('sums as the exact sum of integers does, and never in a narrower type', () => {
    const integer = fc.oneof(
      fc.integer().map((n): [bigint, Int32 | Long] => [BigInt(n), int(n)]),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n): [bigint, Int32 | Long] => [n, long(n)]),
    );
    fc.assert(
      fc.property(integer, integer, ([x, a], [y, b]) => {
        const run = (): unknown => updated({ _id: int(1), a }, { $inc: { a: b } }).a;
        const sum = x + y;
        if (sum < -(2n ** 63n) || sum >= 2n ** 63n) {
          expect(thrown(run).code).toBe(2);
          return;
        }
        const result = run();
        expect(BigInt(String(result))).toBe(sum);
        const fits = sum >= -(2n ** 31n) && sum < 2n ** 31n;
        expect(result instanceof Int32).toBe(a instanceof Int32 && b instanceof Int32 && fits);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('arrays', () => {
  const numbers = { a: [int(3), int(1), int(2)] };
  table([
    ['$push', { a: [int(1)] }, { $push: { a: int(2) } }, { a: [int(1), int(2)] }],
    ['$push makes the array', {}, { $push: { a: int(2) } }, { a: [int(2)] }],
    ['$push of an array is one element', { a: [] }, { $push: { a: [int(1)] } }, { a: [[int(1)]] }],
    ['$push of a document', { a: [] }, { $push: { a: { s: 'x' } } }, { a: [{ s: 'x' }] }],
    [
      '$each',
      { a: [int(1)] },
      { $push: { a: { $each: [int(2), int(3)] } } },
      { a: [int(1), int(2), int(3)] },
    ],
    ['an empty $each makes the array', {}, { $push: { a: { $each: [] } } }, { a: [] }],
    [
      '$position',
      numbers,
      { $push: { a: { $each: [int(9)], $position: int(1) } } },
      { a: [int(3), int(9), int(1), int(2)] },
    ],
    [
      '$position from the end',
      numbers,
      { $push: { a: { $each: [int(9)], $position: int(-1) } } },
      { a: [int(3), int(1), int(9), int(2)] },
    ],
    [
      '$position behind the end',
      numbers,
      { $push: { a: { $each: [int(9)], $position: int(99) } } },
      { a: [int(3), int(1), int(2), int(9)] },
    ],
    [
      '$slice keeps the first',
      numbers,
      { $push: { a: { $each: [int(9)], $slice: int(2) } } },
      { a: [int(3), int(1)] },
    ],
    [
      '$slice keeps the last',
      numbers,
      { $push: { a: { $each: [int(9)], $slice: int(-2) } } },
      { a: [int(2), int(9)] },
    ],
    ['$slice 0 keeps nothing', numbers, { $push: { a: { $each: [int(9)], $slice: int(0) } } }, { a: [] }],
    [
      '$sort',
      numbers,
      { $push: { a: { $each: [double(1.5)], $sort: int(1) } } },
      { a: [int(1), double(1.5), int(2), int(3)] },
    ],
    [
      '$sort, then $slice',
      numbers,
      { $push: { a: { $each: [int(9)], $sort: int(-1), $slice: int(2) } } },
      { a: [int(9), int(3)] },
    ],
    [
      '$sort by a field',
      { a: [{ q: int(2) }, { q: int(1) }] },
      { $push: { a: { $each: [{ q: int(0) }], $sort: { q: int(1) } } } },
      { a: [{ q: int(0) }, { q: int(1) }, { q: int(2) }] },
    ],
    ['$addToSet adds what is new', { a: [int(1)] }, { $addToSet: { a: int(2) } }, { a: [int(1), int(2)] }],
    ['$addToSet knows equal numbers', { a: [int(1)] }, { $addToSet: { a: double(1) } }, { a: [int(1)] }],
    [
      '$addToSet knows documents by their order',
      { a: [{ x: int(1), y: int(2) }] },
      { $addToSet: { a: { y: int(2), x: int(1) } } },
      {
        a: [
          { x: int(1), y: int(2) },
          { y: int(2), x: int(1) },
        ],
      },
    ],
    [
      '$addToSet with $each',
      { a: [int(1)] },
      { $addToSet: { a: { $each: [int(1), int(2), int(2)] } } },
      { a: [int(1), int(2)] },
    ],
    ['$addToSet makes the array', {}, { $addToSet: { a: int(1) } }, { a: [int(1)] }],
    ['$pop the last', numbers, { $pop: { a: int(1) } }, { a: [int(3), int(1)] }],
    ['$pop the first', numbers, { $pop: { a: int(-1) } }, { a: [int(1), int(2)] }],
    ['$pop of an empty array', { a: [] }, { $pop: { a: int(1) } }, { a: [] }],
    ['$pop of a missing field', {}, { $pop: { 'a.b': int(1) } }, {}],
    ['$pull a value', numbers, { $pull: { a: double(1) } }, { a: [int(3), int(2)] }],
    ['$pull by condition', numbers, { $pull: { a: { $gte: int(2) } } }, { a: [int(1)] }],
    ['$pull by list', numbers, { $pull: { a: { $in: [int(1), int(2)] } } }, { a: [int(3)] }],
    ['$pull by pattern', { a: ['ab', 'b'] }, { $pull: { a: new BSONRegExp('^a', '') } }, { a: ['b'] }],
    [
      '$pull documents by some of their fields',
      { a: [{ s: 'x', q: int(1) }, { s: 'y' }] },
      { $pull: { a: { s: 'x' } } },
      { a: [{ s: 'y' }] },
    ],
    [
      '$pull documents by condition',
      { a: [{ q: int(1) }, { q: int(5) }] },
      { $pull: { a: { q: { $lt: int(3) } } } },
      { a: [{ q: int(5) }] },
    ],
    [
      '$pull documents by $or',
      { a: [{ q: int(1) }, { s: 'x' }, { q: int(3) }] },
      { $pull: { a: { $or: [{ q: int(1) }, { s: 'x' }] } } },
      { a: [{ q: int(3) }] },
    ],
    [
      '$pull by inner $elemMatch',
      { a: [{ l: [{ q: int(1) }] }, { l: [{ q: int(2) }] }] },
      { $pull: { a: { l: { $elemMatch: { q: int(2) } } } } },
      { a: [{ l: [{ q: int(1) }] }] },
    ],
    ['$pull an array', { a: [[int(1)], int(1)] }, { $pull: { a: [int(1)] } }, { a: [int(1)] }],
    ['$pull from a missing field', {}, { $pull: { a: int(1) } }, {}],
    ['$pullAll', numbers, { $pullAll: { a: [int(1), int(3)] } }, { a: [int(2)] }],
    [
      '$pullAll takes documents as a whole',
      { a: [{ s: 'x', q: int(1) }] },
      { $pullAll: { a: [{ s: 'x' }] } },
      { a: [{ s: 'x', q: int(1) }] },
    ],
  ]);
});

it('$push takes more elements than a call takes arguments', () => {
  const $each = Array.from({ length: 200_000 }, (_, i) => int(i));
  expect(updated({ a: [] }, { $push: { a: { $each, $position: int(0) } } }).a).toHaveLength(200_000);
});

it('$set inside a reference leaves a document', () => {
  const doc = { a: new DBRef('items', int(1) as never) };
  expect(updated(doc, { $set: { 'a.$id': int(2), 'a.note': 'x' } }).a).toStrictEqual({
    $ref: 'items',
    $id: int(2),
    note: 'x',
  });
});

describe('elements', () => {
  const order = {
    _id: int(1),
    lines: [
      { sku: 'A', qty: int(1) },
      { sku: 'B', qty: int(2) },
      { sku: 'C', qty: int(3) },
    ],
    tags: ['x', 'y'],
  };
  const quantities = (doc: Document): number[] =>
    (doc.lines as { qty: Int32 }[]).map(({ qty }) => Number(qty));

  it('$ is the element the filter matched by', () => {
    const filter = { _id: int(1), 'lines.sku': 'B' };
    expect(quantities(updated(order, { $inc: { 'lines.$.qty': int(10) } }, { filter }))).toEqual([1, 12, 3]);
  });

  it('$ with $elemMatch', () => {
    const filter = { lines: { $elemMatch: { qty: { $gt: int(1) }, sku: 'C' } } };
    expect(quantities(updated(order, { $set: { 'lines.$.qty': int(0) } }, { filter }))).toEqual([1, 2, 0]);
  });

  it('$ follows the array in its own path when the filter names two', () => {
    const filter = { 'lines.sku': 'C', tags: 'x' };
    const made = updated(order, { $set: { 'tags.$': 'z', 'lines.$.qty': int(0) } }, { filter });
    expect(quantities(made)).toEqual([1, 2, 0]);
    expect(made.tags).toEqual(['z', 'y']);
  });

  it('$ with $unset leaves null in its place', () => {
    expect(updated(order, { $unset: { 'tags.$': '' } }, { filter: { tags: 'x' } }).tags).toEqual([null, 'y']);
  });

  it('$ without an array in the filter is refused', () => {
    const run = (): unknown =>
      updated(order, { $set: { 'lines.$.qty': int(0) } }, { filter: { _id: int(1) } });
    expect(thrown(run)).toMatchObject({ code: 2, codeName: 'BadValue' });
  });

  it('$[] is every element', () => {
    expect(quantities(updated(order, { $inc: { 'lines.$[].qty': int(1) } }))).toEqual([2, 3, 4]);
    expect(updated({ a: [int(1), int(2)] }, { $mul: { 'a.$[]': int(2) } })).toStrictEqual({
      a: [int(2), int(4)],
    });
  });

  it('$[] through two arrays', () => {
    const doc = { a: [{ b: [int(1), int(2)] }, { b: [int(3)] }] };
    expect(updated(doc, { $inc: { 'a.$[].b.$[]': int(1) } })).toStrictEqual({
      a: [{ b: [int(2), int(3)] }, { b: [int(4)] }],
    });
  });

  it('$[id] is every element its filter matches', () => {
    const arrayFilters = [{ 'big.qty': { $gte: int(2) } }];
    expect(quantities(updated(order, { $set: { 'lines.$[big].qty': int(0) } }, { arrayFilters }))).toEqual([
      1, 0, 0,
    ]);
  });

  it('$[id] on plain values', () => {
    const doc = { a: [int(1), int(5), int(9)] };
    const made = updated(
      doc,
      { $set: { 'a.$[x]': int(0) } },
      { arrayFilters: [{ x: { $gt: int(4), $lt: int(9) } }] },
    );
    expect(made).toStrictEqual({ a: [int(1), int(0), int(9)] });
  });

  it('$[id] takes two fields of one element, and two identifiers', () => {
    const arrayFilters = [{ 'x.sku': 'A' }, { $or: [{ 'y.sku': 'B' }, { 'y.qty': int(3) }] }];
    const update = { $set: { 'lines.$[x].qty': int(7), 'lines.$[x].note': 'n', 'lines.$[y].qty': int(8) } };
    const made = updated(order, update, { arrayFilters });
    expect(quantities(made)).toEqual([7, 8, 8]);
    expect((made.lines as Document[])[0]!.note).toBe('n');
  });

  it.each<[string, Document, Document[] | undefined, number]>([
    ['an identifier without its filter', { $set: { 'a.$[x]': 1 } }, undefined, 2],
    ['a filter no path uses', { $set: { a: 1 } }, [{ x: int(1) }], 9],
    ['two filters of one identifier', { $set: { 'a.$[x]': 1 } }, [{ x: int(1) }, { x: int(2) }], 9],
    ['two identifiers in one filter', { $set: { 'a.$[x]': 1 } }, [{ x: int(1), y: int(2) }], 9],
    ['an empty filter', { $set: { 'a.$[x]': 1 } }, [{}], 9],
    ['an identifier with a capital', { $set: { 'a.$[X]': 1 } }, [{ X: int(1) }], 2],
    ['$[] where there is no array', { $set: { 'n.$[]': 1 } }, undefined, 2],
    ['$[] where there is nothing', { $set: { 'm.$[]': 1 } }, undefined, 2],
    ['$ twice', { $set: { 'a.$.b.$': 1 } }, undefined, 2],
    ['$ first', { $set: { '$.a': 1 } }, undefined, 2],
  ])('refused: %s', (_what, update, arrayFilters, code) => {
    expect(thrown(() => updated({ a: [1], n: int(1) }, update, { arrayFilters })).code).toBe(code);
  });
});

describe('refusals', () => {
  /** [what it shows, document, update, code, name] */
  it.each<[string, Document, Document, number, string]>([
    [
      'two operators on one path',
      {},
      { $set: { a: 1 }, $inc: { a: int(1) } },
      40,
      'ConflictingUpdateOperators',
    ],
    ['a path below another', {}, { $set: { a: {}, 'a.b': int(1) } }, 40, 'ConflictingUpdateOperators'],
    [
      'a path above another',
      {},
      { $set: { 'a.b': int(1) }, $unset: { a: '' } },
      40,
      'ConflictingUpdateOperators',
    ],
    [
      'a path below another, far apart',
      {},
      { $set: { 'a.b.c.d': int(1), 'a.b': int(2) } },
      40,
      'ConflictingUpdateOperators',
    ],
    [
      '$rename onto a path in use',
      { a: int(1) },
      { $rename: { a: 'b' }, $set: { b: int(1) } },
      40,
      'ConflictingUpdateOperators',
    ],
    ['a changed _id', { _id: int(1) }, { $set: { _id: int(2) } }, 66, 'ImmutableField'],
    ['an incremented _id', { _id: int(1) }, { $inc: { _id: int(1) } }, 66, 'ImmutableField'],
    ['a part of _id', { _id: { a: int(1) } }, { $set: { '_id.a': int(2) } }, 66, 'ImmutableField'],
    ['_id taken away', { _id: int(1) }, { $unset: { _id: '' } }, 66, 'ImmutableField'],
    ['_id renamed', { _id: int(1) }, { $rename: { _id: 'x' } }, 66, 'ImmutableField'],
    ['another _id in a replacement', { _id: int(1) }, { _id: int(2), a: int(1) }, 66, 'ImmutableField'],
    ['$inc by text', {}, { $inc: { a: '1' } }, 14, 'TypeMismatch'],
    ['$inc of text', { a: '1' }, { $inc: { a: int(1) } }, 14, 'TypeMismatch'],
    ['$inc of null', { a: null }, { $inc: { a: int(1) } }, 14, 'TypeMismatch'],
    ['$mul by null', {}, { $mul: { a: null } }, 14, 'TypeMismatch'],
    ['$inc over 64 bits', { a: long(2n ** 63n - 1n) }, { $inc: { a: int(1) } }, 2, 'BadValue'],
    ['$push to a number', { a: int(1) }, { $push: { a: int(1) } }, 2, 'BadValue'],
    ['$push to null', { a: null }, { $push: { a: int(1) } }, 2, 'BadValue'],
    ['$each of a number', {}, { $push: { a: { $each: int(1) } } }, 2, 'BadValue'],
    ['$slice of text', {}, { $push: { a: { $each: [], $slice: 'x' } } }, 2, 'BadValue'],
    ['$position of a fraction', {}, { $push: { a: { $each: [], $position: double(0.5) } } }, 2, 'BadValue'],
    ['$sort by 2', {}, { $push: { a: { $each: [], $sort: int(2) } } }, 2, 'BadValue'],
    ['$slice without $each', {}, { $push: { a: { $slice: int(1) } } }, 2, 'BadValue'],
    ['an unknown clause of $push', {}, { $push: { a: { $each: [], $foo: int(1) } } }, 2, 'BadValue'],
    ['$addToSet to a number', { a: int(1) }, { $addToSet: { a: int(1) } }, 2, 'BadValue'],
    [
      '$addToSet with more than $each',
      {},
      { $addToSet: { a: { $each: [], $slice: int(1) } } },
      2,
      'BadValue',
    ],
    ['$pop by 2', { a: [] }, { $pop: { a: int(2) } }, 9, 'FailedToParse'],
    ['$pop of a number', { a: int(1) }, { $pop: { a: int(1) } }, 14, 'TypeMismatch'],
    ['$pull from a number', { a: int(1) }, { $pull: { a: int(1) } }, 2, 'BadValue'],
    ['$pullAll of a number', { a: [] }, { $pullAll: { a: int(1) } }, 2, 'BadValue'],
    ['$rename to a number', {}, { $rename: { a: int(1) } }, 2, 'BadValue'],
    ['$rename to itself', {}, { $rename: { a: 'a' } }, 2, 'BadValue'],
    ['$rename through an array', { a: [{ b: int(1) }] }, { $rename: { 'a.0.b': 'c' } }, 2, 'BadValue'],
    ['$rename of $', {}, { $rename: { 'a.$': 'c' } }, 2, 'BadValue'],
    ['$currentDate of another type', {}, { $currentDate: { a: { $type: 'int' } } }, 2, 'BadValue'],
    ['a way through a number', { a: int(1) }, { $set: { 'a.b': int(1) } }, 28, 'PathNotViable'],
    ['a way through null', { a: null }, { $set: { 'a.b': int(1) } }, 28, 'PathNotViable'],
    ['a name in an array', { a: [int(1)] }, { $set: { 'a.b': int(1) } }, 28, 'PathNotViable'],
    ['an empty name', {}, { $set: { 'a..b': int(1) } }, 56, 'EmptyFieldName'],
    ['no name at all', {}, { $set: { '': int(1) } }, 56, 'EmptyFieldName'],
    ['a name with a dollar', {}, { $set: { 'a.$b': int(1) } }, 52, 'DollarPrefixedFieldName'],
    ['an unknown operator', {}, { $foo: { a: int(1) } }, 9, 'FailedToParse'],
    ['$bit', {}, { $bit: { a: { and: int(1) } } }, 9, 'FailedToParse'],
    ['fields among operators', {}, { $set: { a: int(1) }, b: int(2) }, 9, 'FailedToParse'],
    ['operators among fields', {}, { b: int(2), $set: { a: int(1) } }, 52, 'DollarPrefixedFieldName'],
    ['an operator without fields', {}, { $set: int(1) }, 9, 'FailedToParse'],
    ['a pipeline', {}, [{ $set: { a: int(1) } }], 9, 'FailedToParse'],
    ['far behind the end of an array', { a: [] }, { $set: { 'a.99999999': int(1) } }, 2, 'BadValue'],
    ['a path without end', {}, { $set: { [Array(300).fill('a').join('.')]: int(1) } }, 15, 'Overflow'],
  ])('%s', (_what, doc, update, code, codeName) => {
    const before = structuredCopy(doc);
    expect(thrown(() => updated(doc, update))).toMatchObject({ code, codeName });
    expect(doc).toStrictEqual(before);
  });

  it.each<Document>([{ $foo: { a: 1 } }, { $bit: { a: 1 } }, [{ $set: { a: 1 } }]])(
    'names the way out: %j',
    (update) => {
      expect(thrown(() => compileUpdate(update)).message).toMatch(/MONGODB_URI/);
    },
  );

  it('leaves _id alone when it is set to what it is', () => {
    expect(updated({ _id: int(1) }, { $set: { _id: int(1), a: int(2) } })).toStrictEqual({
      _id: int(1),
      a: int(2),
    });
  });
});

describe('replacement', () => {
  it('keeps _id, in front and in its type', () => {
    const made = updated({ a: int(1), _id: int(1) }, { b: int(2), _id: double(1) });
    expect(made).toStrictEqual({ _id: int(1), b: int(2) });
    expect(Object.keys(made)).toEqual(['_id', 'b']);
  });

  it('may be empty', () => {
    expect(updated({ _id: int(1), a: int(2) }, {})).toStrictEqual({ _id: int(1) });
    expect(compileUpdate({}).isReplacement).toBe(true);
  });
});

describe('upsert', () => {
  const upserted = (filter: Document, update: Document): Document => {
    const compiled = compileUpdate(update);
    return compiled.apply(compiled.upsertSeed(filter), {
      isInsert: true,
      now: NOW,
      filter: compileFilter(filter),
    });
  };

  it.each<[string, Document, Document, Document]>([
    [
      'takes over equalities',
      { a: int(1), b: { $eq: 'x' }, c: { $gt: int(1) } },
      { $set: { d: int(2) } },
      { a: int(1), b: 'x', d: int(2) },
    ],
    [
      'from $and, and a single $or',
      { $and: [{ a: int(1) }], $or: [{ b: int(2) }] },
      { $inc: { n: int(1) } },
      { a: int(1), b: int(2), n: int(1) },
    ],
    [
      'not from alternatives',
      { $or: [{ a: int(1) }, { b: int(2) }] },
      { $set: { c: int(1) } },
      { c: int(1) },
    ],
    [
      'not from lists and patterns',
      { a: { $in: [int(1)] }, b: new BSONRegExp('x', '') },
      { $set: { c: int(1) } },
      { c: int(1) },
    ],
    [
      'into inner documents',
      { 'a.b': int(1), 'a.c': int(2) },
      { $set: { 'a.d': int(3) } },
      { a: { b: int(1), c: int(2), d: int(3) } },
    ],
    [
      'with $setOnInsert',
      { a: int(1) },
      { $setOnInsert: { made: NOW }, $set: { b: int(2) } },
      { a: int(1), b: int(2), made: NOW },
    ],
    ['and operators go over it', { a: int(1) }, { $inc: { a: int(5) } }, { a: int(6) }],
    [
      'a replacement takes over _id only',
      { _id: int(7), a: int(1) },
      { b: int(2) },
      { _id: int(7), b: int(2) },
    ],
    ['_id from the update', { a: int(1) }, { $setOnInsert: { _id: 'k' } }, { _id: 'k', a: int(1) }],
  ])('%s', (_what, filter, update, expected) => {
    const made = upserted(filter, update);
    expect(made).toStrictEqual(expected);
    if ('_id' in expected) expect(Object.keys(made)[0]).toBe('_id');
  });

  it.each<[string, Document]>([
    ['a path fixed twice', { $and: [{ a: int(1) }, { a: int(2) }] }],
    ['a path and one below it', { a: {}, 'a.b': int(1) }],
    ['two values by $all', { a: { $all: [int(1), int(2)] } }],
  ])('refuses %s', (_what, filter) => {
    expect(thrown(() => compileUpdate({ $set: { z: 1 } }).upsertSeed(filter))).toMatchObject({ code: 54 });
  });

  it('does not let $set change the _id of the filter', () => {
    expect(thrown(() => upserted({ _id: int(1) }, { $set: { _id: int(2) } })).code).toBe(66);
  });
});

describe('no change', () => {
  const doc = { _id: int(1), a: int(1), n: { x: 'y' }, l: [int(1), int(2)], at: NOW };
  it.each<Document>([
    { $set: { a: int(1), 'n.x': 'y', at: new Date(NOW) } },
    { $set: { l: [int(1), int(2)], n: { x: 'y' } } },
    { $unset: { z: '' } },
    { $inc: { a: int(0) } },
    { $max: { a: int(0) } },
    { $addToSet: { l: int(1) } },
    { $pull: { l: int(9) } },
    { $push: { l: { $each: [] } } },
    { $setOnInsert: { z: int(1) } },
    { $rename: { z: 'y' } },
  ])('gives the document itself: %j', (update) => {
    expect(updated(doc, update)).toBe(doc);
  });
});

it('gives back any value it sets, and never alters what it was given', () => {
  fc.assert(
    fc.property(values, values, fc.constantFrom('a', 'a.b', 'a.0', 'b.c.d'), (before, value, path) => {
      fc.pre(value !== undefined && before !== undefined);
      const doc = { _id: new ObjectId(), a: before };
      const copy = structuredCopy(doc);
      try {
        const made = updated(doc, { $set: { [path]: value } });
        const found = path.split('.').reduce<unknown>((inner, name) => (inner as Document)[name], made);
        expect(compareBson(found, value)).toBe(0);
      } catch (error) {
        expect(error).toMatchObject({ codeName: 'PathNotViable' });
      }
      expect(compareBson(doc, copy)).toBe(0);
    }),
    { numRuns: 2_000 },
  );
});

it('knows all number classes by name', () => {
  const made = updated(
    { a: int(1), b: double(1), c: long(1), d: decimal('1') },
    { $inc: { a: int(1), b: int(1), c: int(1), d: int(1) } },
  );
  expect(Object.values(made).map((value: unknown) => (value as object).constructor)).toEqual([
    Int32,
    Double,
    Long,
    Decimal128,
  ]);
});
