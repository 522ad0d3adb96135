import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBson, encodeKey } from '../../../../server/embedded-mongo/query/index.ts';
import { decimal, double, int, long, numbers, values } from './values.arbitrary.ts';

const byteOrder = (a: unknown[], b: unknown[], directions: number[]): number =>
  Math.sign(Buffer.compare(encodeKey(a, directions), encodeKey(b, directions)));

describe('index keys', () => {
  it('compare by their bytes as the values compare, over all types', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(byteOrder([a], [b], [1])).toBe(Math.sign(compareBson(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('compare as numbers exactly, across int, long, double and decimal', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(byteOrder([a], [b], [1])).toBe(Math.sign(compareBson(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('turn the order round in a descending field', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(byteOrder([a], [b], [-1])).toBe(Math.sign(compareBson(b, a)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('order compound keys field after field, each in its own direction', () => {
    const rows = fc.tuple(values, values, values);
    const directions = fc.tuple(fc.constantFrom(1, -1), fc.constantFrom(1, -1), fc.constantFrom(1, -1));
    fc.assert(
      fc.property(rows, rows, directions, fc.boolean(), (a, b, ways, sameStart) => {
        const other = sameStart ? [a[0], b[1], b[2]] : b;
        let expected = 0;
        for (let i = 0; i < 3 && expected === 0; i++)
          expected = Math.sign(compareBson(a[i], other[i])) * ways[i]!;
        expect(byteOrder(a, other, ways) === expected).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never let one value be the beginning of another', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom(1, -1), (a, b, way) => {
        fc.pre(compareBson(a, b) !== 0);
        const x = Buffer.from(encodeKey([a], [way]));
        const y = Buffer.from(encodeKey([b], [way]));
        expect(y.subarray(0, x.length).equals(x)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('place a decimal between the two doubles around it', () => {
    const ascending = [
      double(NaN),
      double(-Infinity),
      decimal('-1E+400'),
      double(-Number.MAX_VALUE),
      int(-1),
      double(-Number.MIN_VALUE),
      decimal('-1E-400'),
      int(0),
      decimal('1E-400'),
      double(Number.MIN_VALUE),
      decimal('0.1'),
      double(0.1),
      double(2 ** 53),
      long(2n ** 53n + 1n),
      decimal('9007199254740993.5'),
      double(2 ** 53 + 2),
      double(Number.MAX_VALUE),
      decimal('1E+400'),
      double(Infinity),
    ];
    const keys = ascending.map((value) => encodeKey([value], [1]));
    const shuffled = keys.toSorted((a, b) => Buffer.compare(a, b));
    expect(shuffled).toEqual(keys);
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(keys.length);
  });

  it('are independent of each other though the writer is reused', () => {
    const first = encodeKey(['first'], [1]);
    const copy = Buffer.from(first);
    encodeKey(['x'.repeat(10_000)], [-1]);
    expect(copy.equals(first)).toBe(true);
  });
});
