import type { Season } from '../schema/season.ts';
import { stretchesAround } from './season-window.ts';

export interface ActiveSeasons {
  /** Ids of the seasons in force, by rank (1 wins), then id: what `season.active` holds. */
  active: string[];
  /** When the first of them ends: what `season.endsAt` holds. */
  endsAt: number | undefined;
  /** The next moment, epoch ms, at which `active` could change as time goes on; undefined when it never will. */
  nextChange: number | undefined;
}

export interface SeasonMoment {
  /** The moment of deciding. */
  now: number;
  /** When the order at hand was placed; without one, seasons that go by it are not in force. */
  placedAt?: number | undefined;
  /** The company's zone. */
  zone: string;
}

/**
 * Which seasons are in force at a moment, and until when that stays so. Pure. A season goes by the moment of deciding, or by that
 * of ordering: then it never changes for an order.
 */
export function activeSeasons(
  seasons: readonly Season[],
  { now, placedAt, zone }: SeasonMoment,
): ActiveSeasons {
  const active: Season[] = [];
  const ends: number[] = [];
  const changes: number[] = [];
  for (const season of seasons) {
    const at = season.by === 'now' ? now : placedAt;
    if (at === undefined) continue;
    const stretches = stretchesAround(season, at, zone);
    const current = stretches.find(({ from, to }) => from <= at && at < to);
    if (current !== undefined) active.push(season);
    if (season.by !== 'now') continue;
    if (current !== undefined) ends.push(current.to);
    changes.push(...stretches.flatMap(({ from, to }) => [from, to]).filter((moment) => moment > now));
  }
  return {
    active: active
      .toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id),
    endsAt: least(ends),
    nextChange: least(changes),
  };
}

function least(moments: readonly number[]): number | undefined {
  return moments.length === 0 ? undefined : Math.min(...moments);
}
