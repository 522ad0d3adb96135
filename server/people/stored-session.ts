/** A sign-in. `_id` is the hash of its token: who reads the store cannot sign in with it. */
export interface StoredSession {
  _id: string;
  person: string;
  createdAt: number;
  seenAt: number;
  expiresAt: Date;
  endedAt: number | null;
}

const hour = 3_600_000;
/** A sign-in ends after this long without a request, and in any case after `mostMs`. */
export const idleMs = 12 * hour;
export const mostMs = 7 * 24 * hour;
