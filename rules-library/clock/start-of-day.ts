import { dayNumber, type CalendarDate } from './calendar-date.ts';
import { zonedTime } from './zoned-time.ts';

const mostKept = 2000;
const kept = new Map<string, number>();

/**
 * The first moment of a day in a zone, epoch milliseconds. Where clocks are put forward over midnight it is the moment they are;
 * a day a zone skipped begins with the next.
 */
export function startOfDay(date: CalendarDate, zone: string): number {
  const wanted = dayNumber(date);
  const key = `${wanted} ${zone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = byOffset(wanted, zone) ?? bySearch(wanted, zone);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

/** Midnight by the zone's distance from UTC around it; undefined where clocks are changed just then. */
function byOffset(wanted: number, zone: string): number | undefined {
  const midnight = wanted * 86_400_000;
  const guess = midnight - offsetAt(midnight, zone);
  const found = midnight - offsetAt(guess, zone);
  const isFirst = isBefore(found - 1, wanted, zone) && !isBefore(found, wanted, zone);
  return isFirst ? found : undefined;
}

function bySearch(wanted: number, zone: string): number {
  // No zone is more than fifteen hours from UTC.
  let low = wanted * 86_400_000 - 15 * 3_600_000;
  let high = wanted * 86_400_000 + 15 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle, wanted, zone)) low = middle;
    else high = middle;
  }
  return high;
}

function isBefore(at: number, wanted: number, zone: string): boolean {
  return dayNumber(zonedTime(at, zone)) < wanted;
}

function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = zonedTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}
