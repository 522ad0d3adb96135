import { daysToFestival } from '../festivals/festival-date.ts';
import { festivalIds } from '../festivals/festival-ids.ts';
import { dateText } from './calendar-date.ts';
import { zonedTime } from './zoned-time.ts';

/** Business days the company's calendar knows, by `2025-12-12`; a day it does not name is one from Monday to Friday. */
export type BusinessCalendar = ReadonlyMap<string, boolean>;

/** All `clock.*` facts of a moment (epoch milliseconds) in the company's zone. */
export function clockFacts(
  now: number,
  zone: string,
  calendar: BusinessCalendar = new Map(),
): Record<string, number | string | boolean> {
  const time = zonedTime(now, zone);
  const weekend = time.weekday === 'saturday' || time.weekday === 'sunday';
  return {
    'clock.now': now,
    'clock.weekday': time.weekday,
    'clock.hour': time.hour,
    'clock.sinceMidnight': time.hour * 60 + time.minute,
    'clock.isBusinessDay': calendar.get(dateText(time)) ?? !weekend,
    ...Object.fromEntries(festivalIds.map((id) => [`clock.daysTo.${id}`, daysToFestival(id, time)])),
  };
}
