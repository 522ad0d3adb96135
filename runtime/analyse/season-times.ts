import { dayNumber } from '../../rules-library/clock/calendar-date.ts';
import { zonedTime } from '../../rules-library/clock/zoned-time.ts';
import { festivalDate } from '../../rules-library/festivals/festival-date.ts';
import type { Season } from '../../rules-library/schema/season.ts';

/** From one moment to another, epoch ms; the end is not included. */
interface Span {
  from: number;
  to: number;
}

const day = 86_400_000;
/** Years in which windows around festivals are laid out at least: lunar days come round in nineteen of them. */
const fewestYears = 20;
/** Where all windows come every year, any year will do to begin with. */
const anyYear = 2025;

/** When a season's window is open: once, or anew in each of the years. */
function spansOf({ window }: Season, years: { first: number; last: number }, zone: string): Span[] {
  if (typeof window.from === 'string' && typeof window.to === 'string') {
    return [{ from: Date.parse(window.from), to: Date.parse(window.to) }];
  }
  const { from, to } = window as Exclude<Season['window'], { from: string }>;
  const length = years.last - years.first + 1;
  return Array.from({ length }, (_, index) => years.first + index).flatMap((year) => {
    const start = startOf(dayNumber(festivalDate(from.festival, year)) + from.days, zone);
    // A window may end in the next year: from 12 December to Spring Festival.
    const end = [year, year + 1]
      .map((of) => startOf(dayNumber(festivalDate(to.festival, of)) + to.days, zone))
      .find((moment) => moment > start);
    return end === undefined ? [] : [{ from: start, to: end }];
  });
}

/** The first moment of a day in a zone. */
function startOf(number: number, zone: string): number {
  const guess = number * day;
  const local = zonedTime(guess, zone);
  const shown = dayNumber(local) * day + (local.hour * 60 + local.minute) * 60_000;
  return guess - (shown - guess);
}

/** Sets of seasons that are in force together at some time, and a moment for each; the empty set too. */
export function togetherInForce(
  seasons: readonly Season[],
  zone: string,
): { active: readonly string[]; at: number }[] {
  const named = seasons.flatMap(({ window }) => [window.from, window.to].flatMap(yearsOf));
  const first = Math.min(...named, named.length === 0 ? anyYear : Infinity) - 1;
  const years = { first, last: Math.max(first + fewestYears, ...named) + 1 };
  const spans = seasons.map((season) => spansOf(season, years, zone));
  const edges = [...new Set(spans.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const found = new Map<string, { active: readonly string[]; at: number }>();
  for (const at of [(edges[0] ?? 0) - day, ...edges]) {
    const active = seasons
      .filter((_, index) => spans[index]!.some(({ from, to }) => from <= at && at < to))
      .map(({ id }) => id);
    const key = JSON.stringify(active);
    if (!found.has(key)) found.set(key, { active, at });
  }
  return [...found.values()];
}

function yearsOf(end: Season['window']['from']): number[] {
  return typeof end === 'string' ? [new Date(end).getUTCFullYear()] : [];
}

/** Windows outside these years are left out of account: nothing is said of such seasons, and festivals are laid out this far only. */
const reasonable = { first: 2000, last: 2100 };

export function isReasonable({ window }: Season): boolean {
  return [window.from, window.to]
    .flatMap(yearsOf)
    .every((year) => reasonable.first <= year && year <= reasonable.last);
}
