/** A day of the calendar, without a zone. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** Days since 1970-01-01; differences are calendar days whatever a zone's clocks did. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** `2025-12-12`. */
export function dateText({ year, month, day }: CalendarDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
