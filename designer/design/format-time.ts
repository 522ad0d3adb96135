import type { Language } from '../../rules-library/schema/text.ts';
import { companyZone } from './zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

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
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

function partsOf(at: number, zone: string): Parts {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = value;
  return parts as unknown as Parts;
}

/** `12-12 14:02:07` with the year: the exact time, in the company's zone. */
export function exactTime(at: number, zone = companyZone()): string {
  const { year, month, day, hour, minute, second } = partsOf(at, zone);
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

/** `14:02:07`. */
export function clockTime(at: number, zone = companyZone()): string {
  const { hour, minute, second } = partsOf(at, zone);
  return `${hour}:${minute}:${second}`;
}

/** How a time is told: near ones by how long ago or ahead, today's by the clock, others by the date. */
export function nearTime(at: number, now: number, language: Language, zone = companyZone()): string {
  const ahead = at > now;
  const apart = Math.abs(now - at);
  if (apart < minute)
    return language === 'zh' ? (ahead ? '马上' : '刚刚') : ahead ? 'any moment' : 'just now';
  if (apart < hour) {
    const minutes = Math.floor(apart / minute);
    if (language === 'zh') return ahead ? `${minutes} 分钟后` : `${minutes} 分钟前`;
    return ahead ? `in ${minutes} min` : `${minutes} min ago`;
  }
  const then = partsOf(at, zone);
  const today = partsOf(now, zone);
  const clock = `${then.hour}:${then.minute}`;
  const sameDay = (other: Parts): boolean =>
    then.year === other.year && then.month === other.month && then.day === other.day;
  if (sameDay(today)) return language === 'zh' ? `今天 ${clock}` : `today ${clock}`;
  if (sameDay(partsOf(now - day, zone))) return language === 'zh' ? `昨天 ${clock}` : `yesterday ${clock}`;
  if (sameDay(partsOf(now + day, zone))) return language === 'zh' ? `明天 ${clock}` : `tomorrow ${clock}`;
  const date = `${then.month}-${then.day}`;
  return then.year === today.year ? `${date} ${clock}` : `${then.year}-${date}`;
}

/** A length of time in words: `22 分钟`, `3 小时 5 分钟`, `2 天`. */
export function durationText(ms: number, language: Language): string {
  const minutes = Math.floor(Math.max(0, ms) / minute);
  if (minutes < 1) return language === 'zh' ? '不到 1 分钟' : 'under a minute';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    const rest = minutes % 60;
    if (language === 'zh') return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  }
  const days = Math.floor(hours / 24);
  return language === 'zh' ? `${days} 天` : `${days} days`;
}

/** `12-12 10:42`: a moment of a rehearsal, in the company's zone. */
export function clockAndDay(at: number, zone = companyZone()): string {
  const { month, day, hour, minute } = partsOf(at, zone);
  return `${month}-${day} ${hour}:${minute}`;
}
