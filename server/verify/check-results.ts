import type { ReleaseCheck } from '../../rules-library/contract/release-check.ts';
import type { Disagreement, FailedCase } from './verification.ts';

/** What a check of this very content found, by the process that is to publish it. */
export interface CheckResult {
  check: ReleaseCheck;
  failedCases: readonly FailedCase[];
  disagreements: readonly Disagreement[];
}

/** Results of checks, by the hash of what was checked and of what it was compared with. */
export interface CheckResults {
  of(candidate: string, live: string | null): CheckResult | undefined;
}
