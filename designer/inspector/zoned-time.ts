import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

const wallClock = 'YYYY-MM-DDTHH:mm:ss';

/** A stored moment (ISO, or epoch ms as text) as the picker shows it: the company's clock, taken for this screen's. */
export function shownTime(stored: string, zone: string): Dayjs | null {
  if (stored === '') return null;
  const at = /^\d+$/.test(stored) ? dayjs(Number(stored)) : dayjs(stored);
  return at.isValid() ? dayjs(at.tz(zone).format(wallClock)) : null;
}

/** What was picked on the company's clock, as ISO with the company's offset: `2025-12-12T00:00:00+08:00`. */
export function storedTime(picked: Dayjs, zone: string): string {
  return dayjs.tz(picked.format(wallClock), zone).format();
}
