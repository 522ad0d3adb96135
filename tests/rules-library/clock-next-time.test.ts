import { describe, expect, test } from 'vitest';
import { nextTime } from '../../rules-library/clock/next-time.ts';

const at = (time: string): number => Date.parse(time);
const iso = (moment: number): string => new Date(moment).toISOString();

describe('the next time', () => {
  const shanghai = 'Asia/Shanghai';
  test('of day, in the zone of the company', () => {
    const time = { at: '08:30' };
    expect(iso(nextTime(time, at('2025-12-12T08:29:59+08:00'), shanghai))).toBe('2025-12-12T00:30:00.000Z');
    expect(iso(nextTime(time, at('2025-12-12T08:30:00+08:00'), shanghai))).toBe('2025-12-13T00:30:00.000Z');
    expect(iso(nextTime({ at: '24:00' }, at('2025-12-12T23:59:00+08:00'), shanghai))).toBe(
      '2025-12-12T16:00:00.000Z',
    );
  });

  test('on some weekdays only', () => {
    const time = { at: '09:00', weekdays: ['monday'] };
    // A Friday.
    expect(iso(nextTime(time, at('2025-12-12T08:00:00+08:00'), shanghai))).toBe('2025-12-15T01:00:00.000Z');
  });

  test('by the clock on the wall where clocks change', () => {
    const york = 'America/New_York';
    const noon = { at: '12:00' };
    // Clocks are put forward on 2026-03-08 and back on 2026-11-01.
    expect(iso(nextTime(noon, at('2026-03-08T00:00:00-05:00'), york))).toBe('2026-03-08T16:00:00.000Z');
    expect(iso(nextTime(noon, at('2026-11-01T00:00:00-04:00'), york))).toBe('2026-11-01T17:00:00.000Z');
    const skipped = nextTime({ at: '02:30' }, at('2026-03-08T00:00:00-05:00'), york);
    expect(skipped).toBeGreaterThan(at('2026-03-08T06:00:00Z'));
    expect(skipped).toBeLessThan(at('2026-03-08T08:00:00Z'));
  });

  test('of an interval, counted from the last', () => {
    expect(nextTime({ every: 15 }, 1000, shanghai)).toBe(901_000);
  });
});
