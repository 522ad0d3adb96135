import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../rules-library/clock/calendar-date.ts';
import { clockFacts } from '../../../rules-library/clock/clock-facts.ts';
import { zonedTime } from '../../../rules-library/clock/zoned-time.ts';
import { festivalDate } from '../../../rules-library/festivals/festival-date.ts';
import { festivalIds } from '../../../rules-library/festivals/festival-ids.ts';
import { compileRules } from '../../../runtime/index.ts';

const zones = ['Asia/Shanghai', 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'];

test('counts the calendar days where the company is, from 2020 to 2035', () => {
  const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2036, 0, 1) });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), fc.constantFrom(...festivalIds), (now, zone, festival) => {
      const derived = [{ id: 'f.n', calculate: 'days-since-festival', with: { festival }, reads: [] }];
      const today = zonedTime(now, zone);
      const last = [today.year, today.year - 1]
        .map((year) => dayNumber(festivalDate(festival, year)))
        .find((day) => day <= dayNumber(today))!;
      expect(compileRules([], { derived }).prepare(clockFacts(now, zone))['f.n']).toBe(
        dayNumber(today) - last,
      );
    }),
    { numRuns: 400 },
  );
});

test('is not known without the clock, or where the two do not fit', () => {
  const derived = [{ id: 'f.n', calculate: 'days-since-festival', with: { festival: '618' }, reads: [] }];
  const run = (facts: object): unknown => compileRules([], { derived }).prepare({ ...facts })['f.n'];
  expect(run({ 'clock.now': Date.UTC(2026, 5, 20), 'clock.daysTo.618': 363 })).toBe(2);
  expect(run({ 'clock.now': Date.UTC(2026, 5, 20), 'clock.daysTo.618': 100 })).toBeUndefined();
  expect(run({ 'clock.now': Date.UTC(2026, 5, 20) })).toBeUndefined();
  expect(run({ 'clock.now': 8.64e15, 'clock.daysTo.618': 3 })).toBeUndefined();
});
