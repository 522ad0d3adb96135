import type { CalendarDate } from './calendar-date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'long',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

export interface ZonedTime extends CalendarDate {
  hour: number;
  minute: number;
  second: number;
  /** `monday` … `sunday`. */
  weekday: string;
}

/** A moment (epoch milliseconds) on the calendar and the clock of a zone. Throws RangeError for a zone nobody knows. */
export function zonedTime(at: number, zone: string): ZonedTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = value;
  const number = (name: string): number => Number(parts[name]);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday: String(parts.weekday).toLowerCase(),
  };
}
