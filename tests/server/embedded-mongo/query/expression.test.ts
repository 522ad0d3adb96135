/* oxlint-disable unicorn/no-thenable -- `then` is a word of the expression language */
import { Binary, Decimal128, Double, Int32, Long, ObjectId, type Document } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulatorMaker,
  compareBson,
  compileExpression,
} from '../../../../server/embedded-mongo/query/index.ts';
import { thrown } from './thrown.ts';
import { decimal, double, int, long, values } from './values.arbitrary.ts';

const id = new ObjectId('65f000000000000000000001');
const doc: Document = {
  _id: int(1),
  i: int(2),
  d: double(2),
  l: long(2n ** 53n + 1n),
  m: decimal('0.10'),
  s: 'Abc',
  zh: '上海仓😀',
  n: null,
  t: true,
  at: new Date(1_000),
  id,
  bin: new Binary(new Uint8Array([1, 2])),
  list: [int(3), int(1), double(2)],
  o: { x: int(1), y: int(2) },
  lines: [{ sku: 'A', qty: int(1) }, { sku: 'B', qty: int(4) }, { sku: 'C' }],
  nested: [{ a: [{ b: int(1) }, { b: int(2) }] }, { a: { b: int(3) } }],
};
const value = (expression: unknown): unknown => compileExpression(expression)(doc);

/** [expression, its value] */
function table(rows: [unknown, unknown][]): void {
  it.each(rows)('%j', (expression, expected) => {
    expect(value(expression)).toStrictEqual(expected);
  });
}

describe('paths and constants', () => {
  table([
    ['$s', 'Abc'],
    ['$m', decimal('0.10')],
    ['$nothing', undefined],
    ['$s.x', undefined],
    ['$o.y', int(2)],
    ['$lines.qty', [int(1), int(4)]],
    ['$nested.a.b', [[int(1), int(2)], int(3)]],
    ['$list.0', []],
    ['$$ROOT.o.x', int(1)],
    ['$$CURRENT.s', 'Abc'],
    ['$$REMOVE', undefined],
    ['plain', 'plain'],
    [int(5), int(5)],
    [null, null],
    [{ $literal: '$s' }, '$s'],
    [
      { a: '$i', b: { c: '$nothing', d: 'x' } },
      { a: int(2), b: { d: 'x' } },
    ],
    [
      ['$i', '$nothing'],
      [int(2), null],
    ],
  ]);
});

describe('comparison and logic', () => {
  table([
    [{ $eq: ['$i', '$d'] }, true],
    [{ $eq: ['$id', new ObjectId(id.toHexString())] }, true],
    [{ $eq: ['$bin', new Binary(new Uint8Array([1, 2]))] }, true],
    [{ $eq: ['$n', '$nothing'] }, false],
    [{ $eq: ['$o', { y: int(2), x: int(1) }] }, false],
    [{ $eq: ['$list', [int(1), int(3), int(2)]] }, false],
    [{ $ne: ['$i', int(2)] }, false],
    [{ $lt: ['$i', '$s'] }, true],
    [{ $lt: ['$s', '$id'] }, true],
    [{ $lt: ['$nothing', '$n'] }, true],
    [{ $lte: ['$n', '$i'] }, true],
    [{ $gt: ['$l', double(2 ** 53)] }, true],
    [{ $gte: ['$at', new Date(1_000)] }, true],
    [{ $cmp: ['$s', '$at'] }, int(-1)],
    [{ $and: ['$i', '$t', 'x'] }, true],
    [{ $and: ['$i', int(0)] }, false],
    [{ $and: [] }, true],
    [{ $or: ['$n', '$nothing', double(0)] }, false],
    [{ $or: ['$n', ''] }, true],
    [{ $not: ['$n'] }, true],
    [{ $cond: [{ $gt: ['$i', int(1)] }, 'y', 'n'] }, 'y'],
    [{ $cond: { if: '$n', then: 'y', else: 'n' } }, 'n'],
    [{ $ifNull: ['$n', '$nothing', 'x'] }, 'x'],
    [{ $ifNull: ['$n', '$nothing'] }, undefined],
    [
      {
        $switch: {
          branches: [
            { case: '$n', then: 'a' },
            { case: '$t', then: 'b' },
          ],
        },
      },
      'b',
    ],
    [{ $switch: { branches: [{ case: '$n', then: 'a' }], default: 'c' } }, 'c'],
    [{ $type: '$id' }, 'objectId'],
    [{ $type: '$l' }, 'long'],
    [{ $type: '$nothing' }, 'missing'],
  ]);
});

describe('arithmetic', () => {
  table([
    [{ $add: ['$i', int(1)] }, int(3)],
    [{ $add: ['$i', '$d'] }, double(4)],
    [{ $add: ['$l', int(1)] }, long(2n ** 53n + 2n)],
    [{ $add: ['$m', decimal('0.2')] }, decimal('0.30')],
    [{ $add: ['$at', int(5)] }, new Date(1_005)],
    [{ $add: ['$i', '$n'] }, null],
    [{ $add: [long(2n ** 63n - 1n), int(1)] }, double(2 ** 63)],
    [{ $subtract: ['$i', int(5)] }, int(-3)],
    [{ $subtract: ['$at', new Date(0)] }, long(1_000)],
    [{ $subtract: ['$at', int(1)] }, new Date(999)],
    [{ $multiply: ['$i', '$m'] }, decimal('0.20')],
    [{ $multiply: ['$i', int(2 ** 30)] }, long(2 ** 31)],
    [{ $divide: ['$i', int(4)] }, double(0.5)],
    [{ $divide: [decimal('1'), int(8)] }, decimal('0.125')],
    [{ $divide: [decimal('6'), int(2)] }, decimal('3')],
    [{ $divide: [decimal('1'), int(3)] }, decimal('0.3333333333333333333333333333333333')],
    [{ $divide: [decimal('2'), int(3)] }, decimal('0.6666666666666666666666666666666667')],
    [{ $mod: [int(-7), int(3)] }, int(-1)],
    [{ $mod: ['$l', int(10)] }, long(3)],
    [{ $mod: [double(5.5), int(2)] }, double(1.5)],
    [{ $mod: [decimal('5.5'), int(2)] }, decimal('1.5')],
    [{ $abs: int(-5) }, int(5)],
    [{ $abs: decimal('-0.5') }, decimal('0.5')],
    [{ $floor: double(-1.5) }, double(-2)],
    [{ $ceil: double(1.2) }, double(2)],
    [{ $ceil: decimal('-1.5') }, decimal('-1')],
    [{ $floor: '$i' }, int(2)],
    [{ $round: double(2.5) }, double(2)],
    [{ $round: double(3.5) }, double(4)],
    [{ $round: [double(1.25), int(1)] }, double(1.2)],
    [{ $round: [decimal('1.255'), int(2)] }, decimal('1.26')],
    [{ $round: [int(1234), int(-2)] }, int(1200)],
    [{ $trunc: [double(-1.99), int(1)] }, double(-1.9)],
    [{ $toDouble: '$m' }, double(0.1)],
    [{ $toDecimal: double(0.1) }, decimal('0.100000000000000')],
    [{ $round: '$n' }, null],
  ]);
});

describe('arrays and documents', () => {
  table([
    [{ $size: '$list' }, int(3)],
    [{ $isArray: '$list' }, true],
    [{ $isArray: '$s' }, false],
    [{ $arrayElemAt: ['$list', int(-1)] }, double(2)],
    [{ $arrayElemAt: ['$list', int(9)] }, undefined],
    [{ $first: '$lines.sku' }, 'A'],
    [{ $last: '$list' }, double(2)],
    [{ $in: [double(1), '$list'] }, true],
    [{ $in: [int(9), '$list'] }, false],
    [{ $concatArrays: ['$list', [int(9)]] }, [int(3), int(1), double(2), int(9)]],
    [{ $concatArrays: ['$list', '$n'] }, null],
    [{ $map: { input: '$lines', as: 'line', in: '$$line.qty' } }, [int(1), int(4), null]],
    [{ $map: { input: '$list', in: { $add: ['$$this', '$i'] } } }, [int(5), int(3), double(4)]],
    [
      { $filter: { input: '$lines', as: 'l', cond: { $gt: ['$$l.qty', int(1)] } } },
      [{ sku: 'B', qty: int(4) }],
    ],
    [
      {
        $map: {
          input: '$nested',
          as: 'n',
          in: { $map: { input: ['$$n.a'], as: 'a', in: { x: '$$n.a.b', y: '$$a.b' } } },
        },
      },
      [[{ x: [int(1), int(2)], y: [int(1), int(2)] }], [{ x: int(3), y: int(3) }]],
    ],
    [{ $map: { input: '$n', in: '$$this' } }, null],
    [{ $mergeObjects: ['$o', '$n', { y: int(9) }] }, { x: int(1), y: int(9) }],
    [{ $sum: '$list' }, double(6)],
    [{ $sum: ['$i', '$i', '$s'] }, int(4)],
    [{ $avg: '$list' }, double(2)],
    [{ $max: '$list' }, int(3)],
    [{ $min: ['$i', '$n', '$s'] }, int(2)],
    [{ $max: ['$i', '$s'] }, 'Abc'],
  ]);
});

describe('text', () => {
  table([
    [{ $concat: ['$s', '-', '$zh'] }, 'Abc-上海仓😀'],
    [{ $concat: ['$s', '$n'] }, null],
    [{ $toLower: '$s' }, 'abc'],
    [{ $toUpper: '$nothing' }, ''],
    [{ $strLenCP: '$zh' }, int(4)],
    [{ $substrCP: ['$zh', int(2), int(2)] }, '仓😀'],
    [{ $strcasecmp: ['$s', 'aBC'] }, int(0)],
    [{ $toString: '$id' }, id.toHexString()],
    [{ $toString: '$l' }, '9007199254740993'],
    [{ $toString: '$at' }, '1970-01-01T00:00:01.000Z'],
    [{ $toString: '$n' }, null],
  ]);
});

describe('refusals', () => {
  it.each<[string, unknown, number]>([
    ['an unknown operator', { $doesNotExist: 1 }, 168],
    ['$function', { $function: { body: 'x', args: [], lang: 'js' } }, 168],
    ['an operator that is left out', { $dateToString: { date: '$at' } }, 168],
    ['an unknown operator inside another', { $add: [int(1), { $foo: 1 }] }, 168],
    ['an unknown variable', '$$USER_ROLES', 17276],
    ['a variable outside its $map', { $add: ['$$line', int(1)] }, 17276],
    ['an unknown field of $filter', { $filter: { input: [], cond: true, limit: 1 } }, 16879],
  ])('%s names the way out', (_what, expression, code) => {
    const error = thrown(() => compileExpression(expression));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/MONGODB_URI/);
  });

  it.each<[string, unknown, number]>([
    ['text in $add', { $add: ['$i', '$s'] }, 14],
    ['text in $multiply', { $multiply: ['$s', int(1)] }, 14],
    ['$divide by zero', { $divide: ['$i', int(0)] }, 2],
    ['$mod by zero', { $mod: ['$i', double(0)] }, 16610],
    ['two dates', { $add: ['$at', '$at'] }, 16612],
    ['$size of text', { $size: '$s' }, 17124],
    ['$in of text', { $in: [int(1), '$s'] }, 40081],
    ['$concat of a number', { $concat: ['$s', '$i'] }, 14],
    ['one operand too few', { $eq: ['$i'] }, 16020],
    ['two operators', { $add: [int(1)], $abs: int(1) }, 15983],
    ['a field name with a dollar', { a: 1, $b: 2 }, 16410],
    ['an empty step', '$a..b', 16410],
    ['no branch', { $switch: { branches: [{ case: false, then: int(1) }] } }, 40066],
    ['$cond without else', { $cond: { if: true, then: int(1) } }, 17080],
  ])('%s', (_what, expression, code) => {
    expect(thrown(() => value(expression)).code).toBe(code);
  });

  it('does not read what a document does not own', () => {
    expect(value('$constructor.name')).toBeUndefined();
    expect(value('$__proto__')).toBeUndefined();
    const made = compileExpression({ a: { ['__proto__']: '$i' } })(doc) as Document;
    expect(Object.keys(made.a as Document)).toEqual(['__proto__']);
  });
});

describe('accumulators', () => {
  const gather = (name: string, added: unknown[]): unknown => {
    const accumulator = accumulatorMaker(name)();
    for (const item of added) accumulator.add(item);
    return accumulator.result();
  };

  it.each<[string, unknown[], unknown]>([
    ['$sum', [], int(0)],
    ['$sum', [int(1), 'x', null, undefined, int(2)], int(3)],
    ['$sum', [int(2 ** 31 - 1), int(1)], long(2 ** 31)],
    ['$sum', [long(2n ** 53n), int(1)], long(2n ** 53n + 1n)],
    ['$sum', [long(2n ** 63n - 1n), int(1)], double(2 ** 63)],
    ['$sum', [int(1), double(2)], double(3)],
    ['$sum', [double(0.1), double(0.2), double(0.3)], double(0.6)],
    ['$sum', [double(1e16), double(1), double(-1e16)], double(1)],
    ['$sum', [decimal('0.1'), int(1), decimal('0.2')], decimal('1.3')],
    ['$sum', [double(Infinity), int(1)], double(Infinity)],
    ['$avg', [], null],
    ['$avg', [int(1), int(2), 'x'], double(1.5)],
    ['$avg', [decimal('1'), decimal('2')], decimal('1.5')],
    ['$min', [int(3), null, 'x', double(1)], double(1)],
    ['$max', [int(3), 'x', undefined], 'x'],
    ['$max', [], null],
    ['$first', [undefined, int(1)], null],
    ['$last', [int(1), int(2)], int(2)],
    ['$push', [int(1), undefined, null, int(1)], [int(1), null, int(1)]],
    ['$addToSet', [int(1), double(1), { a: int(1) }, { a: long(1) }, 'x'], [int(1), { a: int(1) }, 'x']],
  ])('%s of %j', (name, added, expected) => {
    expect(gather(name, added)).toStrictEqual(expected);
  });

  it('sums integers of both widths exactly', () => {
    const integer = fc.oneof(
      fc.integer().map(int),
      fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(long),
    );
    fc.assert(
      fc.property(fc.array(integer, { maxLength: 6 }), (added) => {
        const exact = added.reduce((sum, item) => sum + BigInt(item.toString()), 0n);
        expect(BigInt(String(gather('$sum', added)))).toBe(exact);
      }),
    );
  });

  it('takes the extremes in BSON order', () => {
    const plain = values.filter((item) => item !== null && item !== undefined);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (added) => {
        const sorted = added.toSorted(compareBson);
        expect(compareBson(gather('$min', added), sorted[0])).toBe(0);
        expect(compareBson(gather('$max', added), sorted.at(-1))).toBe(0);
      }),
    );
  });

  it('refuses what is not there', () => {
    expect(thrown(() => accumulatorMaker('$stdDevPop'))).toMatchObject({ code: 15952 });
    expect(thrown(() => accumulatorMaker('constructor')).message).toMatch(/MONGODB_URI/);
  });

  it('answers in BSON types', () => {
    expect(
      [int(1), double(1), long(1), decimal('1')].map(
        (item) => (gather('$sum', [item]) as object).constructor,
      ),
    ).toEqual([Int32, Double, Long, Decimal128]);
  });
});
