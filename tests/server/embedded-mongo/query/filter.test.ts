import { Binary, BSONRegExp, DBRef, MaxKey, MinKey, ObjectId, Timestamp, type Document } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBson, compileFilter } from '../../../../server/embedded-mongo/query/index.ts';
import { decimal, double, int, long, values } from './values.arbitrary.ts';
import { thrown } from './thrown.ts';

const matches = (filter: Document, doc: Document): boolean => compileFilter(filter).matches(doc);

const id = new ObjectId('65f000000000000000000001');
const regex = (pattern: string, flags = ''): BSONRegExp => new BSONRegExp(pattern, flags);

/** [what it shows, filter, document, whether it matches] */
type Row = [string, Document, Document, boolean];

function table(rows: Row[]): void {
  it.each(rows)('%s', (_what, filter, doc, expected) => {
    expect(matches(filter, doc)).toBe(expected);
  });
}

describe('equality', () => {
  table([
    ['an empty filter matches everything', {}, { a: int(1) }, true],
    ['int equals double', { a: int(1) }, { a: double(1) }, true],
    ['long equals decimal', { a: long(10) }, { a: decimal('1E1') }, true],
    ['a number is not its text', { a: int(1) }, { a: '1' }, false],
    ['true is not 1', { a: true }, { a: int(1) }, false],
    ['object ids by value', { a: new ObjectId(id.toHexString()) }, { a: id }, true],
    ['an object id is not its text', { a: id.toHexString() }, { a: id }, false],
    ['dates by value', { a: new Date(5) }, { a: new Date(5) }, true],
    [
      'binary data by value',
      { a: new Binary(new Uint8Array([1, 2])) },
      { a: new Binary(new Uint8Array([1, 2])) },
      true,
    ],
    [
      'binary data of another subtype',
      { a: new Binary(new Uint8Array([1]), 4) },
      { a: new Binary(new Uint8Array([1])) },
      false,
    ],
    ['NaN equals NaN', { a: double(NaN) }, { a: double(NaN) }, true],
    ['a whole document', { a: { x: int(1), y: int(2) } }, { a: { x: double(1), y: int(2) } }, true],
    [
      'a document in another field order',
      { a: { x: int(1), y: int(2) } },
      { a: { y: int(2), x: int(1) } },
      false,
    ],
    ['a document with more fields', { a: { x: int(1) } }, { a: { x: int(1), y: int(2) } }, false],
    ['an empty document', { a: {} }, { a: {} }, true],
    ['a whole array', { a: [int(1), int(2)] }, { a: [int(1), int(2)] }, true],
    ['an array in another order', { a: [int(2), int(1)] }, { a: [int(1), int(2)] }, false],
    ['an array inside an array', { a: [int(1)] }, { a: [[int(1)], int(9)] }, true],
    ['one element of an array', { a: int(2) }, { a: [int(1), int(2)] }, true],
    ['an element of an inner array', { a: int(2) }, { a: [[int(2)]] }, false],
    ['$eq is the same', { a: { $eq: int(2) } }, { a: [int(1), int(2)] }, true],
    ['a date is not a timestamp', { a: new Date(1000) }, { a: new Timestamp({ t: 1, i: 0 }) }, false],
  ]);
});

describe('null and missing', () => {
  table([
    ['null matches null', { a: null }, { a: null }, true],
    ['null matches a missing field', { a: null }, {}, true],
    ['null does not match zero', { a: null }, { a: int(0) }, false],
    ['null does not match an empty array', { a: null }, { a: [] }, false],
    ['null matches an array that holds it', { a: null }, { a: [int(1), null] }, true],
    ['null below a number', { 'a.b': null }, { a: int(5) }, true],
    ['null below an array of numbers finds nothing', { 'a.b': null }, { a: [int(5)] }, false],
    ['null below an array with a document that lacks it', { 'a.b': null }, { a: [{ b: int(1) }, {}] }, true],
    ['$ne null on a missing field', { a: { $ne: null } }, {}, false],
    ['$gte null matches a missing field', { a: { $gte: null } }, {}, true],
    ['$gt null matches nothing', { a: { $gt: null } }, { a: int(1) }, false],
    ['$exists true on null', { a: { $exists: true } }, { a: null }, true],
    ['$exists true on an empty array', { a: { $exists: true } }, { a: [] }, true],
    ['$exists false on a missing field', { a: { $exists: false } }, {}, true],
    ['$exists false on null', { a: { $exists: false } }, { a: null }, false],
    ['$exists 0 is $exists false', { a: { $exists: int(0) } }, {}, true],
    ['$exists below an array', { 'a.b': { $exists: true } }, { a: [{}, { b: int(1) }] }, true],
    ['$exists below an array without it', { 'a.b': { $exists: true } }, { a: [{}, int(1)] }, false],
    ['$in with null matches a missing field', { a: { $in: [null, int(1)] } }, {}, true],
    ['$nin with null does not', { a: { $nin: [null] } }, {}, false],
  ]);
});

describe('ranges', () => {
  table([
    ['across number types', { a: { $gt: int(9) } }, { a: decimal('9.1') }, true],
    ['beyond 2^53', { a: { $gt: double(2 ** 53) } }, { a: long(2n ** 53n + 1n) }, true],
    ['never across types', { a: { $gt: int(1) } }, { a: 'x' }, false],
    ['text', { a: { $gte: '上', $lt: '下' } }, { a: '上海' }, true],
    ['dates', { a: { $lte: new Date(5) } }, { a: new Date(5) }, true],
    ['booleans', { a: { $lt: true } }, { a: false }, true],
    ['documents', { a: { $gt: { x: int(1) } } }, { a: { x: int(2) } }, true],
    ['two bounds met by two elements', { a: { $gt: int(5), $lt: int(3) } }, { a: [int(1), int(9)] }, true],
    ['two bounds on one number', { a: { $gt: int(5), $lt: int(3) } }, { a: int(4) }, false],
    ['an array as bound', { a: { $gte: [int(1)] } }, { a: [int(2)] }, true],
    ['NaN is not below', { a: { $lt: int(5) } }, { a: double(NaN) }, false],
    ['NaN is within its own bound', { a: { $gte: double(NaN) } }, { a: double(NaN) }, true],
    ['nothing else is', { a: { $gte: double(NaN) } }, { a: int(1) }, false],
    ['above MinKey is everything', { a: { $gt: new MinKey() } }, { a: 'x' }, true],
    ['below MaxKey is everything', { a: { $lt: new MaxKey() } }, { a: [int(1)] }, true],
    ['a missing field is not', { a: { $gt: new MinKey() } }, {}, false],
  ]);
});

describe('lists', () => {
  const many = Array.from({ length: 40 }, (_, i) => (i % 2 ? int(i) : `k${i}`));
  table([
    ['$in', { a: { $in: [int(1), 'x'] } }, { a: 'x' }, true],
    ['$in with numbers of another type', { a: { $in: [int(1)] } }, { a: long(1) }, true],
    ['$in on an array', { a: { $in: [int(1)] } }, { a: [int(2), int(1)] }, true],
    ['$in with a whole array', { a: { $in: [[int(1)]] } }, { a: [int(1)] }, true],
    ['an empty $in matches nothing', { a: { $in: [] } }, {}, false],
    ['$in with a pattern', { a: { $in: [regex('^ab')] } }, { a: 'abc' }, true],
    ['a long $in finds text', { a: { $in: many } }, { a: 'k38' }, true],
    ['a long $in finds a number of another type', { a: { $in: many } }, { a: double(39) }, true],
    ['a long $in misses', { a: { $in: many } }, { a: int(38) }, false],
    ['a long $in with null matches a missing field', { a: { $in: [...many, null] } }, {}, true],
    ['$nin on an array with one of them', { a: { $nin: [int(1)] } }, { a: [int(2), int(1)] }, false],
    ['$nin on an array without', { a: { $nin: [int(1)] } }, { a: [int(2)] }, true],
    ['$nin on a missing field', { a: { $nin: [int(1)] } }, {}, true],
    ['an empty $nin matches everything', { a: { $nin: [] } }, {}, true],
    ['$ne on an array that holds the value', { a: { $ne: int(1) } }, { a: [int(1), int(2)] }, false],
    ['$ne on an array that does not', { a: { $ne: int(1) } }, { a: [int(2)] }, true],
    ['$ne below an array', { 'a.b': { $ne: int(1) } }, { a: [{ b: int(1) }, { b: int(2) }] }, false],
  ]);
});

describe('arrays', () => {
  table([
    ['$size', { a: { $size: int(2) } }, { a: [int(1), int(2)] }, true],
    ['$size of a scalar', { a: { $size: int(1) } }, { a: int(1) }, false],
    ['$size looks at the array itself', { a: { $size: int(2) } }, { a: [[int(1), int(2)]] }, false],
    ['$size 0', { a: { $size: int(0) } }, { a: [] }, true],
    ['$all', { a: { $all: [int(1), int(3)] } }, { a: [int(3), int(2), int(1)] }, true],
    ['$all lacking one', { a: { $all: [int(1), int(4)] } }, { a: [int(3), int(2), int(1)] }, false],
    ['$all on a scalar', { a: { $all: [int(1)] } }, { a: int(1) }, true],
    ['an empty $all matches nothing', { a: { $all: [] } }, { a: [] }, false],
    [
      '$all with $elemMatch',
      { a: { $all: [{ $elemMatch: { x: int(1) } }, { $elemMatch: { x: int(2) } }] } },
      { a: [{ x: int(2) }, { x: int(1) }] },
      true,
    ],
    [
      '$elemMatch asks one element for all',
      { a: { $elemMatch: { x: int(1), y: int(2) } } },
      {
        a: [
          { x: int(1), y: int(9) },
          { x: int(9), y: int(2) },
        ],
      },
      false,
    ],
    [
      'without it two elements may share',
      { 'a.x': int(1), 'a.y': int(2) },
      {
        a: [
          { x: int(1), y: int(9) },
          { x: int(9), y: int(2) },
        ],
      },
      true,
    ],
    [
      '$elemMatch on values',
      { a: { $elemMatch: { $gt: int(5), $lt: int(8) } } },
      { a: [int(1), int(6)] },
      true,
    ],
    [
      '$elemMatch on values, none fits both',
      { a: { $elemMatch: { $gt: int(5), $lt: int(8) } } },
      { a: [int(1), int(9)] },
      false,
    ],
    ['$elemMatch on a scalar', { a: { $elemMatch: { $gt: int(5) } } }, { a: int(6) }, false],
    [
      '$elemMatch with $or',
      { a: { $elemMatch: { $or: [{ x: int(1) }, { y: int(1) }] } } },
      { a: [{ y: int(1) }] },
      true,
    ],
    ['$elemMatch with $ne', { a: { $elemMatch: { $ne: int(1) } } }, { a: [int(1), int(2)] }, true],
    [
      '$elemMatch below an array',
      { 'a.b': { $elemMatch: { $eq: int(2) } } },
      { a: [{ b: [int(1)] }, { b: [int(2)] }] },
      true,
    ],
    ['$not $elemMatch', { a: { $not: { $elemMatch: { x: int(1) } } } }, { a: [{ x: int(2) }] }, true],
    ['$mod', { a: { $mod: [int(4), int(1)] } }, { a: int(9) }, true],
    ['$mod on a double', { a: { $mod: [int(4), int(1)] } }, { a: double(9.7) }, true],
    ['$mod on a large long', { a: { $mod: [int(10), int(7)] } }, { a: long(2n ** 63n - 1n) }, true],
    ['$mod on a negative number', { a: { $mod: [int(4), int(-1)] } }, { a: int(-5) }, true],
    ['$mod on text', { a: { $mod: [int(4), int(0)] } }, { a: 'x' }, false],
    ['$mod on NaN', { a: { $mod: [int(4), int(0)] } }, { a: double(NaN) }, false],
  ]);
});

describe('dotted paths', () => {
  table([
    ['through documents', { 'a.b.c': int(1) }, { a: { b: { c: int(1) } } }, true],
    ['through an array of documents', { 'a.b': int(2) }, { a: [{ b: int(1) }, { b: int(2) }] }, true],
    [
      'through two arrays',
      { 'a.b.c': int(3) },
      { a: [{ b: [{ c: int(1) }] }, { b: [{ c: int(3) }] }] },
      true,
    ],
    ['by position', { 'a.1': int(2) }, { a: [int(1), int(2)] }, true],
    ['by position, then a field', { 'a.1.b': int(2) }, { a: [{ b: int(1) }, { b: int(2) }] }, true],
    ['by position into an inner array', { 'a.0.1': int(2) }, { a: [[int(1), int(2)]] }, true],
    ['a position gives the element as it is', { 'a.0': int(2) }, { a: [[int(2)]] }, false],
    ['a number as the name of a field', { 'a.0': int(2) }, { a: { '0': int(2) } }, true],
    ['a number as a field of array elements', { 'a.1': int(4) }, { a: [int(5), { '1': int(4) }] }, true],
    ['arrays directly in arrays are not walked through', { 'a.b': int(1) }, { a: [[{ b: int(1) }]] }, false],
    ['arrays in arrays are reached by position', { 'a.0.b': int(1) }, { a: [[{ b: int(1) }]] }, true],
    ['inherited fields do not exist', { 'constructor.name': 'Object' }, {}, false],
    ['nor does __proto__', { '__proto__.toString': { $exists: true } }, {}, false],
    ['a reference is a document', { 'a.$id': int(1) }, { a: new DBRef('items', int(1) as never) }, true],
    ['nor the length of an array', { 'a.length': int(1) }, { a: [int(1)] }, false],
  ]);
});

describe('types', () => {
  table([
    ['int', { a: { $type: 'int' } }, { a: int(1) }, true],
    ['double is not int', { a: { $type: 'int' } }, { a: double(1) }, false],
    ['number', { a: { $type: 'number' } }, { a: decimal('1') }, true],
    ['objectId', { a: { $type: 'objectId' } }, { a: id }, true],
    ['binData by number', { a: { $type: int(5) } }, { a: new Binary(new Uint8Array([1])) }, true],
    ['timestamp', { a: { $type: 'timestamp' } }, { a: new Timestamp({ t: 1, i: 1 }) }, true],
    ['array', { a: { $type: 'array' } }, { a: [int(1)] }, true],
    ['an element of an array', { a: { $type: 'string' } }, { a: [int(1), 'x'] }, true],
    ['one of several', { a: { $type: ['string', 'date'] } }, { a: new Date(0) }, true],
    ['null', { a: { $type: 'null' } }, { a: null }, true],
    ['a missing field has none', { a: { $type: 'null' } }, {}, false],
  ]);
});

describe('patterns', () => {
  table([
    ['find text', { a: regex('b+') }, { a: 'abbc' }, true],
    ['find text in an array', { a: regex('b+') }, { a: ['x', 'b'] }, true],
    ['do not look at numbers', { a: regex('1') }, { a: int(1) }, false],
    ['without case', { a: { $regex: 'ABC', $options: 'i' } }, { a: 'xabc' }, true],
    ['over lines', { a: { $regex: '^b', $options: 'm' } }, { a: 'a\nb' }, true],
    ['a dot over lines', { a: { $regex: 'a.b', $options: 's' } }, { a: 'a\nb' }, true],
    ['a dot is one character', { a: { $regex: '^.$' } }, { a: '😀' }, true],
    ['needless escapes', { a: { $regex: 'a\\-b' } }, { a: 'a-b' }, true],
    ['$not with a pattern', { a: { $not: regex('^a') } }, { a: 'b' }, true],
    ['an equal stored pattern', { a: regex('x', 'i') }, { a: regex('x', 'i') }, true],
    ['another stored pattern', { a: regex('x', 'i') }, { a: regex('x') }, false],
    ['$eq asks for the stored pattern', { a: { $eq: regex('x') } }, { a: 'x' }, false],
  ]);
});

describe('logic', () => {
  table([
    ['$and', { $and: [{ a: int(1) }, { b: int(2) }] }, { a: int(1), b: int(2) }, true],
    ['$or', { $or: [{ a: int(1) }, { b: int(2) }] }, { b: int(2) }, true],
    ['$or with none', { $or: [{ a: int(1) }, { b: int(2) }] }, { b: int(3) }, false],
    ['$nor', { $nor: [{ a: int(1) }, { b: int(2) }] }, { b: int(3) }, true],
    [
      '$not is the opposite of all its operators',
      { a: { $not: { $gt: int(1), $lt: int(5) } } },
      { a: int(9) },
      true,
    ],
    ['$not on a missing field', { a: { $not: { $gt: int(1) } } }, {}, true],
    ['double $not', { a: { $not: { $not: { $eq: int(1) } } } }, { a: int(1) }, true],
    [
      '$expr-like names inside a document are fields',
      { a: { $eq: { $x: int(1) } } },
      { a: { $x: int(1) } },
      true,
    ],
  ]);
});

describe('refusals', () => {
  it.each<[string, Document, number]>([
    ['an unknown operator', { a: { $foo: 1 } }, 2],
    ['an unknown operator at the top', { $foo: 1 }, 2],
    ['$where', { $where: 'true' }, 2],
    ['$expr', { $expr: {} }, 2],
    ['$text', { $text: { $search: 'x' } }, 2],
    ['$near', { a: { $near: [1, 2] } }, 2],
    ['$jsonSchema', { $jsonSchema: {} }, 2],
    ['pattern option x', { a: { $regex: 'a', $options: 'x' } }, 2],
    ['an unusable pattern', { a: { $regex: '(' } }, 51091],
  ])('%s names the way out', (_what, filter, code) => {
    const error = thrown(() => compileFilter(filter));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/MONGODB_URI/);
  });

  it.each<[string, Document]>([
    ['$in without a list', { a: { $in: int(1) } }],
    ['operators inside $in', { a: { $in: [{ $gt: 1 }] } }],
    ['$or without a list', { $or: {} }],
    ['an empty $and', { $and: [] }],
    ['$nor of values', { $nor: [int(1)] }],
    ['$not of a value', { a: { $not: int(1) } }],
    ['an empty $not', { a: { $not: {} } }],
    ['a pattern for $ne', { a: { $ne: regex('a') } }],
    ['a pattern for $gt', { a: { $gt: regex('a') } }],
    ['$elemMatch of a value', { a: { $elemMatch: int(1) } }],
    ['$all without a list', { a: { $all: int(1) } }],
    ['a negative $size', { a: { $size: int(-1) } }],
    ['a broken $size', { a: { $size: double(1.5) } }],
    ['$mod by zero', { a: { $mod: [int(0), int(1)] } }],
    ['$mod with one number', { a: { $mod: [int(2)] } }],
    ['an unknown type', { a: { $type: 'float' } }],
    ['$options alone', { a: { $options: 'i' } }],
    ['fields among operators', { a: { $gt: int(1), b: int(2) } }],
  ])('%s is a bad value', (_what, filter) => {
    expect(thrown(() => compileFilter(filter)).code).toBe(2);
  });

  it('a filter nested without end', () => {
    let filter: Document = { a: int(1) };
    for (let i = 0; i < 200; i++) filter = { $and: [filter] };
    expect(thrown(() => compileFilter(filter)).code).toBe(15);
  });
});

describe('what an index may be chosen by', () => {
  it('is what every match meets, also inside $and', () => {
    const { equalities, ranges, ins } = compileFilter({
      a: int(1),
      $and: [{ b: { $gte: int(2), $lt: int(9) } }, { c: { $in: ['x', 'y'] } }],
    });
    expect(Object.fromEntries(equalities)).toEqual({ a: int(1) });
    expect(Object.fromEntries(ranges)).toEqual({ b: { gte: int(2), lt: int(9) } });
    expect(Object.fromEntries(ins)).toEqual({ c: ['x', 'y'] });
  });

  it('leaves out what only some matches meet', () => {
    const { equalities, ranges, ins } = compileFilter({
      $or: [{ a: int(1) }, { b: int(2) }],
      $nor: [{ $and: [{ c: int(1) }, { h: { $in: [int(1)] } }] }],
      d: { $not: { $eq: int(1) } },
      e: { $ne: int(1) },
      f: { $nin: [int(1)] },
      g: regex('^x'),
      k: { $not: { $elemMatch: { x: int(1) } } },
    });
    expect([...equalities.keys(), ...ins.keys()]).toEqual([]);
    expect([...ranges.keys()]).toEqual(['g']);
  });

  it('includes what one array element must meet', () => {
    const { equalities } = compileFilter({ lines: { $elemMatch: { sku: 'A-1', qty: { $gt: int(1) } } } });
    expect(equalities.get('lines.sku')).toBe('A-1');
  });

  it.each<[string, string, string, string | undefined, string | undefined]>([
    ['an anchored text', '^SO-2026', '', 'SO-2026', 'SO-2027'],
    ['an escaped character', '^a\\.b', '', 'a.b', 'a.c'],
    ['a repeated last character', '^ab*', '', 'a', 'b'],
    [
      'up to the first special character',
      '^单号[0-9]',
      '',
      '单号',
      '单号'.slice(0, 1) + String.fromCodePoint('号'.codePointAt(0)! + 1),
    ],
    ['nothing without the anchor', 'abc', '', undefined, undefined],
    ['nothing without case', '^abc', 'i', undefined, undefined],
    ['nothing with alternatives', '^abc|x', '', undefined, undefined],
    ['nothing from a class', '^\\d1', '', undefined, undefined],
  ])('takes the beginning of a pattern: %s', (_what, pattern, options, gte, lt) => {
    const range = compileFilter({ a: { $regex: pattern, $options: options } }).ranges.get('a');
    expect(range?.gte).toBe(gte);
    expect(range?.lt).toBe(lt);
  });

  it('has no bound from a value that is compared across types', () => {
    for (const bound of [new MinKey(), new MaxKey(), null, [int(1)]]) {
      expect(compileFilter({ a: { $gte: bound } }).ranges.size).toBe(0);
    }
  });

  it('never promises what a match does not meet', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom('$gt', '$gte', '$lt', '$lte'), (bound, value, operator) => {
        fc.pre(!(bound instanceof BSONRegExp));
        const compiled = compileFilter({ a: { [operator]: bound } });
        if (!compiled.matches({ a: value }) || Array.isArray(value) || bound === null || bound === undefined)
          return;
        const sign = compareBson(value, bound);
        expect(operator.startsWith('$g') ? sign >= 0 : sign <= 0).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the element a document matched by', () => {
  it.each<[string, Document, Document, string | undefined, number | undefined]>([
    ['a value in an array', { a: int(2) }, { a: [int(1), int(2)] }, 'a', 1],
    ['a field of an element', { 'a.s': 'y' }, { a: [{ s: 'x' }, { s: 'y' }] }, 'a', 1],
    [
      '$elemMatch',
      { a: { $elemMatch: { s: 'y', q: int(1) } } },
      {
        a: [
          { s: 'y', q: int(2) },
          { s: 'y', q: int(1) },
        ],
      },
      'a',
      1,
    ],
    [
      'the array asked about',
      { b: int(1), 'a.s': 'y' },
      { b: [int(1)], a: [{ s: 'x' }, { s: 'y' }] },
      'a',
      1,
    ],
    [
      'any array when none is named',
      { b: int(1), 'a.s': 'y' },
      { b: [int(1)], a: [{ s: 'x' }, { s: 'y' }] },
      undefined,
      0,
    ],
    ['the outer array of two', { 'a.b': int(4) }, { a: [{ b: [int(2)] }, { b: [int(3), int(4)] }] }, 'a', 1],
    ['inside $and', { $and: [{ 'a.s': 'y' }] }, { a: [{ s: 'x' }, { s: 'y' }] }, 'a', 1],
    [
      'the branch of $or that matches',
      { $or: [{ 'a.s': 'z' }, { 'a.s': 'y' }] },
      { a: [{ s: 'x' }, { s: 'y' }] },
      'a',
      1,
    ],
    ['none for a plain field', { a: int(1) }, { a: int(1) }, 'a', undefined],
    ['none for $ne', { a: { $ne: int(5) } }, { a: [int(1)] }, 'a', undefined],
  ])('%s', (_what, filter, doc, array, position) => {
    const compiled = compileFilter(filter);
    expect(compiled.matches(doc)).toBe(true);
    expect(compiled.positional(doc, array)).toBe(position);
  });
});

it('any value matches a filter for itself, and $ne is its opposite', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      fc.pre(a !== undefined && b !== undefined && !(a instanceof BSONRegExp));
      expect(matches({ a: { $eq: a } }, { a })).toBe(true);
      expect(matches({ a: { $ne: a } }, { a: b })).toBe(!matches({ a: { $eq: a } }, { a: b }));
      expect(matches({ a: { $in: [a] } }, { a: b })).toBe(matches({ a: { $eq: a } }, { a: b }));
    }),
    { numRuns: 2_000 },
  );
});
