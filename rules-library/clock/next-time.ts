import { dayNumber } from './calendar-date.ts';
import { startOfDay } from './start-of-day.ts';
import { zonedTime } from './zoned-time.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A time that comes again: a time of day (on some weekdays, `monday` …), or every so many minutes. */
export type RecurringTime = { at: string; weekdays?: readonly string[] | undefined } | { every: number };

/**
 * The first moment after `after` (epoch ms) at which it is so far, in the company's zone. Every so often is counted from `after`; a
 * time of day that clocks put forward skip falls on the moment they jump to.
 */
export function nextTime(time: RecurringTime, after: number, zone: string): number {
  if ('every' in time) return after + time.every * minuteMs;
  const [hours = 0, minutes = 0] = time.at.split(':').map(Number);
  const today = dayNumber(zonedTime(after, zone));
  // `24:00` belongs to the day that ends: yesterday's may still come.
  for (let day = today - 1; ; day++) {
    const noon = new Date(day * dayMs + dayMs / 2);
    const date = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() };
    const start = startOfDay(date, zone);
    const moment = ofDay(start, hours * 60 + minutes, zone);
    const weekday = zonedTime(start, zone).weekday;
    if (moment > after && (time.weekdays === undefined || time.weekdays.includes(weekday))) return moment;
  }
}

/** So many minutes by the clock on the wall after midnight: days on which clocks change are longer or shorter. */
function ofDay(start: number, wanted: number, zone: string): number {
  const moment = start + wanted * minuteMs;
  const { hour, minute } = zonedTime(moment, zone);
  const shown = hour * 60 + minute;
  const off = wanted === 24 * 60 ? (shown > 12 * 60 ? shown - 24 * 60 : shown) : shown - wanted;
  return moment - off * minuteMs;
}
