import { clockFacts } from '../../../rules-library/clock/clock-facts.ts';
import { dateText, dayNumber } from '../../../rules-library/clock/calendar-date.ts';
import { zonedTime } from '../../../rules-library/clock/zoned-time.ts';

const minuteMs = 60_000;
let latest: { key: string; facts: Record<string, unknown> } | undefined;

let latestDay: { key: string; day: string } | undefined;

/** `2025-12-12` in the company's zone: the id of the day in its calendar. */
export function dayOf(at: number, zone: string): string {
  const key = `${zone} ${Math.floor(at / minuteMs)}`;
  if (latestDay?.key !== key) latestDay = { key, day: dateText(zonedTime(at, zone)) };
  return latestDay.day;
}

/** Calendar days from one moment to another in the company's zone; negative when the second is earlier. */
export function daysLater(from: number, to: number, zone: string): number {
  return dayNumber(zonedTime(to, zone)) - dayNumber(zonedTime(from, zone));
}

/**
 * Facts of the moment. Orders of one minute share them (they change with the minute at most), so the last are remembered.
 * `businessDay` is what the company's calendar says of today, if it says anything.
 */
export function momentFacts(
  now: number,
  zone: string,
  businessDay: boolean | undefined,
): Record<string, unknown> {
  const key = `${zone} ${Math.floor(now / minuteMs)} ${businessDay}`;
  if (latest?.key !== key) {
    const calendar = new Map(businessDay === undefined ? [] : [[dayOf(now, zone), businessDay] as const]);
    latest = { key, facts: { ...clockFacts(now, zone, calendar), 'season.active': [] } };
  }
  const facts = { ...latest.facts };
  facts['clock.now'] = now;
  return facts;
}
