import type { JsonRule } from '../../rules-library/schema/rule.ts';
import { compareOutcomes, noDifference, type Judge } from '../../runtime/verify/index.ts';
import type { TimeBudget } from './time-budget.ts';
import type { ComparedRecords, RecordedDecision } from './verification.ts';

/** Recorded orders that a changed rule matched, kept for the second opinion. */
export type MatchedRecords = ReadonlyMap<string, RecordedDecision[]>;

export interface CompareOptions {
  candidate: Judge;
  /** What is in force; before the first release nothing is, and nothing differs from it. */
  live: Judge | undefined;
  recorded: Iterable<RecordedDecision> | AsyncIterable<RecordedDecision>;
  changed: readonly JsonRule[];
  /** Records to keep for each changed rule. */
  keep: number;
  budget: TimeBudget;
}

/** Decides recorded orders again, by the candidate and by what is in force: which would come out otherwise. */
export async function compareRecorded(
  options: CompareOptions,
): Promise<{ compared: ComparedRecords; matched: MatchedRecords }> {
  const { candidate, live, keep, budget } = options;
  const compared: ComparedRecords = { ...noDifference(), from: null, to: null, cutShort: false };
  const matched = new Map<string, RecordedDecision[]>(options.changed.map(({ id }) => [id, []]));
  for await (const record of options.recorded) {
    if (budget.isOver()) {
      compared.cutShort = true;
      break;
    }
    const { outcome } = candidate.judge(record);
    const before = live?.judge(record).outcome ?? outcome;
    compareOutcomes(compared, before, outcome, () => record);
    compared.from = Math.min(compared.from ?? record.at, record.at);
    compared.to = Math.max(compared.to ?? record.at, record.at);
    for (const rule of outcome.matched) {
      const kept = matched.get(rule);
      if (kept !== undefined && kept.length < keep) kept.push(record);
    }
  }
  return { compared, matched };
}
