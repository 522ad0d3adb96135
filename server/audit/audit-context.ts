/** A keyed hash of a personal value: equal values stay equal, and nobody without the key can try numbers out. */
export type Keyed = (value: string) => string;

/** What an audit entry says beside its press. */
export interface AuditContext {
  /** The release in force now; null before the first. */
  release: () => number | null;
  keyed: Keyed;
}

/** Without a key, personal data is masked and cannot be found again. */
export const unkeyed: AuditContext = { release: () => null, keyed: () => '' };
