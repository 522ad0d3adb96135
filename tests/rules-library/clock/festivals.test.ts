import { describe, expect, it } from 'vitest';
import { dateText, dayNumber, type CalendarDate } from '../../../rules-library/clock/calendar-date.ts';
import { clockFacts } from '../../../rules-library/clock/clock-facts.ts';
import { daysToFestival, festivalDate } from '../../../rules-library/festivals/festival-date.ts';
import { festivalIds, type FestivalId } from '../../../rules-library/festivals/festival-ids.ts';

/** As announced or tabulated; month and day of 2020 to 2035. */
const known: Partial<Record<FestivalId, string>> = {
  'spring-festival':
    '01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08',
  qingming: '04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05 04-04 04-04 04-05 04-05',
  'dragon-boat':
    '06-25 06-14 06-03 06-22 06-10 05-31 06-19 06-09 05-28 06-16 06-05 06-24 06-12 06-01 06-20 06-10',
  'mid-autumn':
    '10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 09-08 09-27 09-16',
};
const fixed: Partial<Record<FestivalId, string>> = {
  'labour-day': '05-01',
  'national-day': '10-01',
  '618': '06-18',
  'double-11': '11-11',
  'double-12': '12-12',
};
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);

function after(date: CalendarDate, days: number): CalendarDate {
  const at = new Date((dayNumber(date) + days) * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

describe('festival dates', () => {
  it.each(Object.keys(known) as FestivalId[])('%s falls on its day from 2020 to 2035', (id) => {
    const found = years.map((year) => dateText(festivalDate(id, year)));
    expect(found).toEqual(known[id]!.split(' ').map((day, index) => `${2020 + index}-${day}`));
  });

  it.each(Object.keys(fixed) as FestivalId[])('%s is the same day every year', (id) => {
    for (const year of years) expect(dateText(festivalDate(id, year))).toBe(`${year}-${fixed[id]}`);
  });

  it('covers every festival', () => {
    expect([...Object.keys(known), ...Object.keys(fixed)].toSorted()).toEqual([...festivalIds].toSorted());
  });

  it('agrees with another calculation of the lunar calendar', () => {
    // New moons at 23:56 and 00:07 in Beijing; ICU's shorter formula puts them on the other side of midnight.
    const tooClose = new Set(['spring-festival 2027', 'spring-festival 2030']);
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
    });
    const lunar: [FestivalId, string][] = [
      ['spring-festival', '1/1'],
      ['dragon-boat', '5/5'],
      ['mid-autumn', '8/15'],
    ];
    for (const year of years) {
      for (const [id, day] of lunar) {
        if (tooClose.has(`${id} ${year}`)) continue;
        const noon = dayNumber(festivalDate(id, year)) * 86_400_000 + 4 * 3_600_000;
        const parts = chinese.formatToParts(noon);
        const part = (type: string): string => parts.find((one) => one.type === type)!.value;
        expect(`${id} ${year} ${part('month')}/${part('day')}`).toBe(`${id} ${year} ${day}`);
      }
    }
  });
});

describe('days to a festival', () => {
  it.each(festivalIds)('%s: 0 on the day, one more each day before, never negative', (id) => {
    for (const year of [2020, 2025, 2026, 2033, 2034]) {
      const day = festivalDate(id, year);
      expect(daysToFestival(id, day)).toBe(0);
      for (const days of [1, 15, 200]) expect(daysToFestival(id, after(day, -days))).toBe(days);
      const next = daysToFestival(id, after(day, 1));
      expect(next).toBeGreaterThan(350);
      expect(next).toBeLessThan(385);
    }
  });
});

describe('facts of the clock', () => {
  it('are those of the company, not of UTC', () => {
    // 2026-02-16 16:30 UTC is already the day of Spring Festival in Shanghai.
    const now = Date.parse('2026-02-16T16:30:00Z');
    expect(clockFacts(now, 'Asia/Shanghai')).toMatchObject({
      'clock.now': now,
      'clock.hour': 0,
      'clock.sinceMidnight': 30,
      'clock.weekday': 'tuesday',
      'clock.daysTo.spring-festival': 0,
    });
    expect(clockFacts(now, 'UTC')).toMatchObject({
      'clock.hour': 16,
      'clock.sinceMidnight': 16 * 60 + 30,
      'clock.weekday': 'monday',
      'clock.daysTo.spring-festival': 1,
    });
  });

  it('takes Monday to Friday as business days where the calendar says nothing', () => {
    const calendar = new Map([
      ['2026-02-17', false],
      ['2026-02-14', true],
    ]);
    const on = (day: string): unknown =>
      clockFacts(Date.parse(`${day}T12:00:00+08:00`), 'Asia/Shanghai', calendar)['clock.isBusinessDay'];
    expect([on('2026-02-17'), on('2026-02-14'), on('2026-02-12'), on('2026-02-21')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has exactly the clock facts of the vocabulary', async () => {
    const { facts } = await import('../../../rules-library/facts/index.ts');
    const named = facts.map(({ id }) => id).filter((id) => id.startsWith('clock.'));
    expect(Object.keys(clockFacts(0, 'UTC')).toSorted()).toEqual(named.toSorted());
  });
});
