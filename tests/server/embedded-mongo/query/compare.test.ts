import { Binary, BSONRegExp, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBson, equalsBson } from '../../../../server/embedded-mongo/query/index.ts';
import { decimal, double, int, long, values } from './values.arbitrary.ts';

describe('BSON order', () => {
  it('orders the types as MongoDB does', () => {
    const ascending: unknown[] = [
      new MinKey(),
      undefined,
      null,
      double(NaN),
      double(-Infinity),
      int(-1),
      double(0.5),
      long(1),
      decimal('1.5'),
      '',
      'a',
      {},
      { a: int(1) },
      [],
      [int(1)],
      new Binary(new Uint8Array([9])),
      new Binary(new Uint8Array([0, 0])),
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      new Timestamp({ t: 1, i: 2 }),
      new BSONRegExp('a', ''),
      new BSONRegExp('a', 'i'),
      new Code('a'),
      new Code('a', { x: int(1) }),
      new MaxKey(),
    ];
    for (let i = 0; i < ascending.length; i++) {
      for (let j = 0; j < ascending.length; j++) {
        expect(Math.sign(compareBson(ascending[i], ascending[j]))).toBe(Math.sign(i - j));
      }
    }
  });

  it.each<[string, unknown, unknown, number]>([
    ['int and double', int(1), double(1), 0],
    ['long and decimal', long(10), decimal('1E+1'), 0],
    ['decimals of different precision', decimal('1.0'), decimal('1.00'), 0],
    ['zero and minus zero', double(0), double(-0), 0],
    ['NaN and NaN', double(NaN), decimal('NaN'), 0],
    ['a long beyond 2^53', long(2n ** 53n + 1n), double(2 ** 53), 1],
    ['a decimal just below a double', decimal('0.1'), double(0.1), -1],
    ['text by UTF-8, not UTF-16', '\uffee', '😀', -1],
    ['text against its continuation', 'ab', 'abc', -1],
    ['Chinese text', '上海', '北京', -1],
    ['documents by value', { a: int(1), b: int(2) }, { a: int(1), b: int(3) }, -1],
    ['documents by type before name', { b: int(1) }, { a: 'x' }, -1],
    ['documents by name', { a: int(9) }, { b: int(1) }, -1],
    ['documents by the order of their fields', { a: int(1), b: int(1) }, { b: int(1), a: int(1) }, -1],
    ['arrays by element', [int(1), int(5)], [int(2)], -1],
    ['binary data by length', new Binary(new Uint8Array([1, 1])), new Binary(new Uint8Array([9])), 1],
    ['binary data by subtype', new Binary(new Uint8Array([1]), 0), new Binary(new Uint8Array([0]), 5), -1],
  ])('compares %s', (_what, a, b, sign) => {
    expect(Math.sign(compareBson(a, b))).toBe(sign);
    expect(Math.sign(compareBson(b, a)) + sign).toBe(0);
    expect(equalsBson(a, b)).toBe(sign === 0);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        expect(Math.sign(compareBson(a, b)) + Math.sign(compareBson(b, a))).toBe(0);
        expect(compareBson(a, a)).toBe(0);
        if (compareBson(a, b) <= 0 && compareBson(b, c) <= 0)
          expect(compareBson(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('tells types by class, not by a field a document may carry', () => {
    const disguised = { _bsontype: 'Int32', value: 5 };
    expect(equalsBson(disguised, int(5))).toBe(false);
    expect(compareBson(disguised, int(5))).toBeGreaterThan(0);
  });
});
