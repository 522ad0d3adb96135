import { dayNumber, type CalendarDate } from '../clock/calendar-date.ts';
import { startOfDay } from '../clock/start-of-day.ts';
import { zonedTime } from '../clock/zoned-time.ts';
import { festivalDate } from '../festivals/festival-date.ts';
import type { Season } from '../schema/season.ts';

/** A stretch of time, epoch milliseconds; the end is not included. */
export interface Stretch {
  from: number;
  to: number;
}

type FestivalDay = { festival: Parameters<typeof festivalDate>[0]; days: number };

/**
 * The stretches of a season's window around a moment, earliest first: the one it lies in, if any, and the one or two nearest on
 * either side. Days counted from a festival begin at midnight in the zone, lunar dates anew each year.
 */
export function stretchesAround({ window }: Pick<Season, 'window'>, at: number, zone: string): Stretch[] {
  if (!('repeat' in window)) return [{ from: Date.parse(window.from), to: Date.parse(window.to) }];
  const { year } = zonedTime(at, zone);
  const stretches: Stretch[] = [];
  // An offset is at most a year, so a stretch that touches this year belongs to a festival of one of these.
  for (let of = year - 2; of <= year + 2; of += 1) {
    const from = startOf(window.from, of, zone);
    // The first such end after the start: a window may begin before New Year and end after it.
    const to = [of - 1, of, of + 1].map((ends) => startOf(window.to, ends, zone)).find((end) => end > from);
    if (to !== undefined) stretches.push({ from, to });
  }
  return merged(stretches);
}

function startOf({ festival, days }: FestivalDay, year: number, zone: string): number {
  const at = new Date((dayNumber(festivalDate(festival, year)) + days) * 86_400_000);
  const date: CalendarDate = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  return startOfDay(date, zone);
}

/** Stretches that touch are one: nothing changes where one ends and the next begins. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
