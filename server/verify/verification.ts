import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Difference, Recorded, RuleSet, Scope } from '../../runtime/verify/index.ts';

/** What would go live: the rules of a release and the drawings they come from. */
export interface Candidate extends RuleSet {
  flows: readonly Flow[];
}

/** A decision of the last days. */
export interface RecordedDecision extends Recorded {
  id: string;
}

/** A case of a drawing that does not come out as it should. */
export interface FailedCase {
  flow: string;
  case: string;
  name: Text;
  /** Where it goes wrong, if that can be told. */
  node?: string;
  differences: Text[];
}

/** An order on which the two engines disagree. */
export interface Disagreement {
  scope: Scope;
  facts: Facts;
  /** Rules that match, by each engine, in order; of those that were run. */
  ours: string[];
  theirs: string[];
  /** The first rule they disagree on. */
  rule: string;
}

export interface OwnCases {
  run: number;
  failed: FailedCase[];
}

export interface ComparedRecords extends Difference {
  /** Span of what was decided again, epoch ms; null for none. */
  from: number | null;
  to: number | null;
  /** Whether time ran out before the oldest. */
  cutShort: boolean;
}

export interface SecondOpinion {
  /** Rules that differ from what is in force, and how many of them there was no time for. */
  changed: number;
  changedLeftOut: number;
  /** Orders both engines were given: such that match a changed rule, that nearly match one, and invented ones. */
  matching: number;
  nearly: number;
  generated: number;
  generatedLeftOut: number;
  /** Changed rules for which fewer orders than wanted could be found. */
  thin: number;
  /** Orders on which one of the engines gave up. */
  noOpinion: number;
  disagreements: Disagreement[];
}

/** What the check before going live found. */
export interface Verification {
  cases: OwnCases;
  recorded: ComparedRecords;
  secondOpinion: SecondOpinion;
  /** Whether nothing was left out for lack of time. */
  complete: boolean;
  tookMs: number;
}
