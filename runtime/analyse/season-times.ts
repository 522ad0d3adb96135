import { dayNumber } from '../../rules-library/clock/calendar-date.ts';
import { zonedTime } from '../../rules-library/clock/zoned-time.ts';
import { festivalDate } from '../../rules-library/festivals/festival-date.ts';
import type { Season } from '../../rules-library/schema/season.ts';

/** From one moment to another, epoch ms; the end is not included. */
export interface Span {
  from: number;
  to: number;
}

const day = 86_400_000;
/** Years in which windows around festivals are laid out: lunar days move within nineteen of them. */
const years = 20;

/** When a season's window is open: once, or every year anew for the years from the first one on. */
export function spansOf({ window }: Season, firstYear: number, zone: string): Span[] {
  if (typeof window.from === 'string' && typeof window.to === 'string') {
    return [{ from: Date.parse(window.from), to: Date.parse(window.to) }];
  }
  const { from, to } = window as Exclude<Season['window'], { from: string }>;
  return Array.from({ length: years }, (_, index) => firstYear - 1 + index).flatMap((year) => {
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
  const firstYear = Math.min(...seasons.map(({ window }) => yearOf(window.from)));
  const spans = seasons.map((season) => spansOf(season, firstYear, zone));
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

function yearOf(from: Season['window']['from']): number {
  return typeof from === 'string' ? new Date(from).getUTCFullYear() : 2025;
}
