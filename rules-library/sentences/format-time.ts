import { dateText } from '../clock/calendar-date.ts';
import { zonedTime } from '../clock/zoned-time.ts';

/** Where no zone is given: the company's own default. */
export const defaultZone = 'Asia/Shanghai';

/** Epoch milliseconds, or an ISO time as drawings hold it; undefined for anything else. */
export function momentOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : undefined;
}

/** `2025-12-14 18:00` in the zone. */
export function timeText(at: number, zone: string): string {
  const time = zonedTime(at, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dateText(time)} ${two(time.hour)}:${two(time.minute)}`;
}
