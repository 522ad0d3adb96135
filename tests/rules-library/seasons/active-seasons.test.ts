import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../rules-library/clock/calendar-date.ts';
import { startOfDay } from '../../../rules-library/clock/start-of-day.ts';
import { zonedTime } from '../../../rules-library/clock/zoned-time.ts';
import { festivalDate } from '../../../rules-library/festivals/festival-date.ts';
import { festivalIds, type FestivalId } from '../../../rules-library/festivals/festival-ids.ts';
import { seasonSchema } from '../../../rules-library/schema/season.ts';
import { activeSeasons } from '../../../rules-library/seasons/active-seasons.ts';

const zone = 'Asia/Shanghai';
const minute = 60_000;
const name = { zh: '时期', en: 'season' };
const season = (id: string, window: unknown, more: object = {}) =>
  seasonSchema.parse({ id, name, window, ...more });
const around = (festival: FestivalId, from: number, to: number, end: FestivalId = festival) => ({
  from: { festival, days: from },
  to: { festival: end, days: to },
  repeat: 'yearly',
});
const isActive = (one: ReturnType<typeof season>, now: number, more: object = {}) =>
  activeSeasons([one], { now, zone, ...more }).active.length === 1;
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);
const midnight = (festival: FestivalId, year: number, days: number): number => {
  const day = new Date((dayNumber(festivalDate(festival, year)) + days) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return Date.parse(`${day}T00:00:00+08:00`);
};

describe('seasons around a festival', () => {
  test.each(festivalIds)(
    '%s: open and close at midnight, to the minute, every year from 2020 to 2035',
    (festival) => {
      const one = season('s', around(festival, -15, 2));
      for (const year of years) {
        const [opens, closes] = [midnight(festival, year, -15), midnight(festival, year, 2)];
        expect([opens - minute, opens, closes - minute, closes].map((now) => isActive(one, now))).toEqual([
          false,
          true,
          true,
          false,
        ]);
        expect(activeSeasons([one], { now: opens - 1, zone }).nextChange).toBe(opens);
        expect(activeSeasons([one], { now: opens, zone })).toEqual({
          active: ['s'],
          endsAt: closes,
          nextChange: closes,
        });
      }
    },
  );

  test('may begin in one year and end in the next', () => {
    const one = season('s', around('double-12', 0, -1, 'spring-festival'));
    for (const year of years) {
      const [opens, closes] = [midnight('double-12', year, 0), midnight('spring-festival', year + 1, -1)];
      expect([opens - 1, opens, closes - 1, closes].map((now) => isActive(one, now))).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });

  test('are as a day-by-day reading has them, in any zone', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati');
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2036, 0, 1) });
    const days = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 120 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...festivalIds),
        days,
        moment,
        zones,
        (festival, [from, length], now, where) => {
          const one = season('s', around(festival, from, from + length));
          const today = dayNumber(zonedTime(now, where));
          const expected = [-1, 0, 1].some((more) => {
            const day = today - dayNumber(festivalDate(festival, zonedTime(now, where).year + more));
            return day >= from && day < from + length;
          });
          const { active, nextChange } = activeSeasons([one], { now, zone: where });
          expect(active.length === 1).toBe(expected);
          const until = nextChange! - 1;
          expect(activeSeasons([one], { now: until, zone: where }).active).toEqual(active);
          expect(activeSeasons([one], { now: nextChange!, zone: where }).active).not.toEqual(active);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('seasons', () => {
  const fixed = { from: '2025-11-01T20:00:00+08:00', to: '2025-11-12T00:00:00+08:00' };
  const [opens, closes] = [Date.parse(fixed.from), Date.parse(fixed.to)];

  test('with a fixed window are in force once', () => {
    const one = season('s', fixed);
    expect([opens - 1, opens, closes - 1, closes].map((now) => isActive(one, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(activeSeasons([one], { now: closes, zone }).nextChange).toBeUndefined();
  });

  test('that go by the time of ordering do not change with the clock', () => {
    const one = season('s', fixed, { by: 'order.placedAt' });
    const later = closes + 1e9;
    expect(isActive(one, later, { placedAt: closes - 1 })).toBe(true);
    expect(isActive(one, opens, { placedAt: opens - 1 })).toBe(false);
    expect(isActive(one, opens)).toBe(false);
    expect(activeSeasons([one], { now: opens - 1, placedAt: opens, zone })).toEqual({
      active: ['s'],
      endsAt: undefined,
      nextChange: undefined,
    });
  });

  test('are told by rank, with the first end and the next change of any', () => {
    const long = season('a', { from: fixed.from, to: '2025-12-01T00:00:00+08:00' }, { rank: 20 });
    const short = season('b', fixed, { rank: 10 });
    const later = season('c', { from: '2025-11-05T00:00:00+08:00', to: fixed.to }, { rank: 10 });
    const found = activeSeasons([long, later, short], { now: opens, zone });
    expect(found).toEqual({
      active: ['b', 'a'],
      endsAt: closes,
      nextChange: Date.parse('2025-11-05T00:00:00+08:00'),
    });
    const all = activeSeasons([long, later, short], { now: found.nextChange!, zone });
    expect(all.active).toEqual(['b', 'c', 'a']);
  });
});

test('a day begins when the calendar of the zone turns, also where clocks are changed', () => {
  const at = (text: string, where: string) => {
    const [year, month, day] = text.split('-').map(Number) as [number, number, number];
    return new Date(startOfDay({ year, month, day }, where)).toISOString();
  };
  expect(at('2026-02-17', 'Asia/Shanghai')).toBe('2026-02-16T16:00:00.000Z');
  expect(at('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(at('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
  // Midnight did not exist on this day: clocks went from 23:59 to 01:00.
  expect(at('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
});
