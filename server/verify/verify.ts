import { vocabulary } from '../../rules-library/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { changedRules, Judge, type RuleSet } from '../../runtime/verify/index.ts';
import { createRandom } from '../rehearsal/chain/random.ts';
import { compareRecorded } from './compare-recorded.ts';
import { runOwnCases } from './run-own-cases.ts';
import { secondOpinion, wantedProbes } from './second-opinion.ts';
import { runStock, type SecondEngine } from './stock-engine.ts';
import { TimeBudget } from './time-budget.ts';
import type { Candidate, RecordedDecision, Verification } from './verification.ts';

export interface VerifyOptions {
  /** What is in force; none before the first release: then every rule counts as changed. */
  live?: RuleSet | undefined;
  /** Decisions of the last days, the newest first: what time does not suffice for is the oldest. */
  recorded: Iterable<RecordedDecision> | AsyncIterable<RecordedDecision>;
  /** Drawings whose own cases are run. */
  cases: readonly Flow[];
  /** Invented orders for the second opinion. */
  generated: number;
  zone: string;
  /** How long it may take; without one it goes on to the end. */
  budget?: TimeBudget;
  /** The other engine; stock json-rules-engine unless said. */
  engine?: SecondEngine;
  /** Other orders are invented for another seed. */
  seed?: number;
}

/** Share of the time for recorded orders; what they do not need goes to the second opinion. */
const recordedShare = 0.4;

/**
 * The check before going live: the drawings' own cases; recorded orders by the candidate and by what is in force; and the second
 * opinion of json-rules-engine. Says what time did not suffice for. Throws a `RuleError` for rules that cannot be run.
 */
export async function verify(candidate: Candidate, options: VerifyOptions): Promise<Verification> {
  const { live, recorded, generated, zone, engine = runStock, seed = 1 } = options;
  const budget = options.budget ?? new TimeBudget(Number.POSITIVE_INFINITY);
  const started = performance.now();
  const context = { vocabulary, zone };
  const judge = new Judge(candidate, context);
  const changed = changedRules(candidate, live);
  const cases = runOwnCases(options.cases, vocabulary);
  const { compared, matched } = await compareRecorded({
    candidate: judge,
    live: live === undefined ? undefined : new Judge(live, context),
    recorded,
    changed,
    keep: wantedProbes,
    budget: budget.share(recordedShare),
  });
  const random = createRandom(seed);
  const opinion = await secondOpinion({
    rules: candidate.rules,
    changed,
    prepare: (facts) => judge.program.prepare(facts),
    matched,
    generated,
    vocabulary,
    engine,
    random: () => random.next(),
    budget,
  });
  return {
    cases,
    recorded: compared,
    secondOpinion: opinion,
    complete: !compared.cutShort && opinion.changedLeftOut === 0 && opinion.generatedLeftOut === 0,
    tookMs: Math.round(performance.now() - started),
  };
}
