import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/**
 * `conflict`: two rules fire together and do opposite things. `overlap`: two fire together and one effect swallows the other, or
 * two rows of a table that may only be met one at a time. `unreachable`: a rule or row that can never count. `contradiction`: an
 * alternative within a rule that can never hold. `gap`: a table has no row for a case. `redundant`: left out, nothing would
 * change. `unknown-fact`: nobody provides it. `season`: special times that exclude or cross each other. `undecided`: could not
 * be settled, said once per reason.
 */
export type FindingKind =
  | 'conflict'
  | 'overlap'
  | 'unreachable'
  | 'contradiction'
  | 'gap'
  | 'redundant'
  | 'unknown-fact'
  | 'season'
  | 'undecided';

/** A condition that takes part in a proof. */
export interface ProofPart {
  /** `NODE/CONDITION` of the drawing, a row as `FLOW.NODE row ID`, or null for a condition without a name. */
  name: string | null;
  text: Text;
}

export interface Finding {
  kind: FindingKind;
  level: 'error' | 'warning' | 'info';
  /** Ids of the rules it is about, the one that comes first first. */
  rules: string[];
  /** `FLOW/NODE` of the drawings. */
  nodes: string[];
  /** Ids of the rows of the table it is about, the one to change first. */
  rows?: string[];
  text: Text;
  cure: Text;
  /** Facts on which the evaluator shows it; null where there is a proof instead, or nothing to show. */
  witness: Facts | null;
  /** For what can never be: a smallest set of conditions that cannot hold together. */
  proof?: ProofPart[];
}
