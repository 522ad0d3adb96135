import { expect, test } from 'vitest';
import { TokenBuckets } from '../../../server/http/token-bucket.ts';

test('an average per second holds, and a heavy call leaves a debt', () => {
  let now = 0;
  const buckets = new TokenBuckets({ now: () => now });
  for (let call = 0; call < 10; call += 1) expect(buckets.take('a', 10, 10)).toBe(0);
  expect(buckets.take('a', 10, 10)).toBe(1);
  expect(buckets.take('b', 10, 10)).toBe(0);
  now += 1000;
  expect(buckets.take('a', 10, 10, 500)).toBe(0);
  now += 1000;
  expect(buckets.take('a', 10, 10)).toBeGreaterThan(40);
  now += 50_000;
  expect(buckets.take('a', 10, 10)).toBe(0);
});

test('memory stays bounded', () => {
  const buckets = new TokenBuckets({ now: () => 0, most: 3 });
  for (const key of ['a', 'b', 'c', 'd', 'e']) buckets.take(key, 1, 1);
  expect(buckets.take('a', 1, 1)).toBe(0);
  expect(buckets.take('e', 1, 1)).toBeGreaterThan(0);
});
