import type { FullComparison, ReleaseCheck } from '../../rules-library/contract/release-check.ts';
import type { ReleaseRow } from '../../rules-library/contract/releases.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { ReleaseContent } from './build-release.ts';

/** A release as stored, written once and never changed. `_id` is its number. */
export interface StoredRelease {
  _id: string;
  rev: number;
  number: number;
  hash: string;
  /** `ReleaseContent` as JSON text: exactly what the hash covers. */
  body: string;
  flows: ReleaseRow['flows'];
  ruleCount: number;
  publishedAt: number;
  publishedBy: string;
  publishedByName: Text;
  note: string | null;
  /** What the check before going live found; releases of before there was one have none. */
  check?: ReleaseCheck;
  [field: string]: unknown;
}

/** Which release decides. One document; `epoch` is raised by one with every switch. */
export interface StoredPointer {
  _id: 'release';
  rev: number;
  epoch: number;
  number: number;
  /** The highest number given so far. */
  lastNumber: number;
  [field: string]: unknown;
}

/** When a release was last put in force, and by whom. `_id` is its number. */
export interface StoredActivation {
  _id: string;
  rev: number;
  at: number;
  by: string;
  epoch: number;
  [field: string]: unknown;
}

export function contentOf(release: StoredRelease): ReleaseContent {
  return JSON.parse(release.body) as ReleaseContent;
}

export function releaseRow(
  release: StoredRelease,
  activeNumber: number | null,
  activation: StoredActivation | undefined,
  comparison: FullComparison | undefined,
): ReleaseRow {
  return {
    number: release.number,
    hash: release.hash,
    state: release.number === activeNumber ? 'active' : 'earlier',
    publishedAt: new Date(release.publishedAt).toISOString(),
    publishedBy: release.publishedByName,
    note: release.note,
    flows: release.flows,
    ruleCount: release.ruleCount,
    activatedAt: activation === undefined ? null : new Date(activation.at).toISOString(),
    check: release.check ?? null,
    comparison: comparison ?? null,
  };
}
