import type { ActiveRelease } from './releases/active-release.ts';
import type { StoredRelease } from './releases/release.ts';

/** The release that decides, held in memory, and earlier ones for explaining what they decided. */
export interface ReleasesPort {
  /** Null before the first release. */
  current(): ActiveRelease | null;
  /** Null when there is no release of that number. */
  get(number: number): Promise<ActiveRelease | null>;
  /** One this process holds in memory already, the one in force or an earlier one. */
  held(number: number): ActiveRelease | null;
  /** Makes a stored release ready and holds it for a while. */
  hold(stored: StoredRelease): ActiveRelease;
}
