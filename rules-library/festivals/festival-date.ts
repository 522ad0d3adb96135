import { LunarDay, SolarTerm } from 'tyme4ts';
import { dayNumber, type CalendarDate } from '../clock/calendar-date.ts';
import type { FestivalId } from './festival-ids.ts';

interface Solar {
  getYear(): number;
  getMonth(): number;
  getDay(): number;
}

const plain = (day: Solar): CalendarDate => ({
  year: day.getYear(),
  month: day.getMonth(),
  day: day.getDay(),
});

/** A day of a lunar month that is not a leap month. */
const lunar =
  (month: number, day: number) =>
  (year: number): CalendarDate =>
    plain(LunarDay.fromYmd(year, month, day).getSolarDay());
const solar =
  (month: number, day: number) =>
  (year: number): CalendarDate => ({ year, month, day });

/** Each falls once in every Gregorian year. */
const dates: Record<FestivalId, (year: number) => CalendarDate> = {
  'spring-festival': lunar(1, 1),
  qingming: (year) => plain(SolarTerm.fromName(year, '清明').getSolarDay()),
  'labour-day': solar(5, 1),
  'dragon-boat': lunar(5, 5),
  'mid-autumn': lunar(8, 15),
  'national-day': solar(10, 1),
  '618': solar(6, 18),
  'double-11': solar(11, 11),
  'double-12': solar(12, 12),
};

const known = new Map<string, CalendarDate>();

/** The day a festival falls on in a Gregorian year. */
export function festivalDate(festival: FestivalId, year: number): CalendarDate {
  const key = `${festival} ${year}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const date = dates[festival](year);
  known.set(key, date);
  return date;
}

/** Calendar days from a date to the next such festival: 0 on the day, never negative. */
export function daysToFestival(festival: FestivalId, date: CalendarDate): number {
  const today = dayNumber(date);
  const thisYear = dayNumber(festivalDate(festival, date.year));
  const next = thisYear >= today ? thisYear : dayNumber(festivalDate(festival, date.year + 1));
  return next - today;
}
