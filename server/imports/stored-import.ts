import type { ImportState } from '../../rules-library/choices/import-states.ts';
import type { Verdict, VerdictCounts } from '../../rules-library/contract/imports.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { ImportKind } from '../../rules-library/tables/import-kinds.ts';
import type { PlannedItem } from '../catalog/plan-items.ts';
import type { StoredDocument } from '../door/handler.ts';

export interface ByWhom {
  id: string;
  name: Text;
}

/** A file that is taken in part by part. */
export interface StoredImport extends StoredDocument {
  kind: ImportKind;
  file: { name: string; bytes: number };
  state: ImportState;
  total: number;
  /** Rows that have come in, in how many parts. */
  staged: number;
  parts: number;
  /** Rows that have been taken in, in how many parts. */
  done: number;
  doneParts: number;
  counts: VerdictCounts;
  outcome: VerdictCounts;
  /** Over all rows in their order: equal files have equal ones. */
  hash: string;
  by: ByWhom;
  at: number;
  /** Whose press takes it in, and why. */
  applied: (ByWhom & { reason: string; voucher: string; at: number }) | null;
  endedAt: number | null;
  sameAs: { id: string; at: number; by: ByWhom } | null;
  note: Text | null;
}

/** One row as it came, and what it would do. */
export interface StagedRow {
  line: number;
  item: Record<string, unknown>;
  planned: PlannedItem;
}

export interface RejectedLine {
  line: number;
  path: string;
  message: Text;
}

/** Some rows of an import; `_id` is import and number. Once taken in only what was rejected is kept. */
export interface StoredPart extends StoredDocument {
  import: string;
  part: number;
  size: number;
  counts: VerdictCounts;
  /** Rows of a kind with personal data are sealed. */
  rows: StagedRow[] | null;
  sealed: string | null;
  rejected: RejectedLine[] | null;
}

const digits = 4;

export function partId(of: string, part: number): string {
  return `${of}|${String(part).padStart(digits, '0')}`;
}

export const noCounts: VerdictCounts = { added: 0, changed: 0, same: 0, rejected: 0 };

export function addCounts(one: VerdictCounts, other: VerdictCounts): VerdictCounts {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    same: one.same + other.same,
    rejected: one.rejected + other.rejected,
  };
}

export function countVerdicts(items: readonly { verdict: Verdict }[]): VerdictCounts {
  const counts = { ...noCounts };
  for (const { verdict } of items) counts[verdict] += 1;
  return counts;
}
