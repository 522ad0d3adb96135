import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateWait } from '../../../server/orders/estimate.ts';

test('median and nine of ten of past waits', () => {
  const took = [90, 10, 20, 30, 40, 50, 60, 70, 80, 100];
  expect(estimateWait(took, 0)).toEqual({ median: 50, most: 90, samples: 10 });
});

test('a wait that has lasted long is compared with those that lasted longer', () => {
  expect(estimateWait([1, 2, 3, 60, 70, 80, 90, 100], 50)).toEqual({ median: 80, most: 100, samples: 5 });
});

test('too few say nothing', () => {
  expect(estimateWait([1, 2, 3, 4], 0)).toBeNull();
  expect(estimateWait([1, 2, 3, 4, 5], 3)).toBeNull();
});

test('it never lies in the past, and nine of ten is never before half', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { maxLength: 60 }), fc.nat(10_000), (took, elapsed) => {
      const estimate = estimateWait(took, elapsed);
      const longer = took.filter((ms) => ms > elapsed);
      if (estimate === null) return longer.length < 5;
      const until = (limit: number) => longer.filter((ms) => ms <= limit).length / longer.length;
      return (
        elapsed < estimate.median &&
        estimate.median <= estimate.most &&
        until(estimate.median) >= 0.5 &&
        until(estimate.most) >= 0.9
      );
    }),
  );
});
