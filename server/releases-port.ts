import type { ActiveRelease } from './releases/active-release.ts';

/** The release that decides, held in memory, and earlier ones for explaining what they decided. */
export interface ReleasesPort {
  /** Null before the first release. */
  current(): ActiveRelease | null;
  /** Null when there is no release of that number. */
  get(number: number): Promise<ActiveRelease | null>;
}
