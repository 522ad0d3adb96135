import { vocabulary } from '../../rules-library/index.ts';
import type { SourceMap } from '../../rules-library/schema/rule.ts';
import {
  compareOutcomes,
  Judge,
  noDifference,
  Tally,
  type Counts,
  type Difference,
  type RuleSet,
} from '../../runtime/verify/index.ts';
import { readBlock, type BlockPlace } from './segments.ts';

/** What a year is replayed through. */
export interface ReplaySetup {
  rules: RuleSet;
  /** Where the rules stand in their drawings, for counts by join. */
  sourceMap?: SourceMap;
  /** Rules to compare with: what is in force. */
  live?: RuleSet;
  /** Span of time, epoch ms; `to` is not included. */
  from?: number;
  to?: number;
  zone: string;
}

/** Counts of a part of a replay. */
export interface ReplayPart {
  counts: Counts;
  difference: Difference | null;
}

/** Facts of archived lines come with their order, whichever of them a rule reads. */
const linesFact = 'lines';

/** Replays blocks through rules compiled once. Unpacks only what these rules read. */
export class ReplayRun {
  private readonly judge: Judge;
  private readonly live: Judge | undefined;
  private readonly facts: string[];
  private readonly setup: ReplaySetup;

  constructor(setup: ReplaySetup) {
    this.setup = setup;
    const context = { vocabulary, zone: setup.zone };
    this.judge = new Judge(setup.rules, context);
    this.live = setup.live === undefined ? undefined : new Judge(setup.live, context);
    this.facts = factsRead([setup.rules, setup.live], [this.judge, this.live]);
  }

  /** Replays blocks one after another; asks now and then whether to stop, and then answers what it has. */
  async run(blocks: readonly BlockPlace[], stopped: () => boolean): Promise<ReplayPart> {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, sourceMap } = this.setup;
    const tally = new Tally(sourceMap);
    const difference = noDifference();
    for (const place of blocks) {
      const block = await readBlock(place);
      const read = block.facts(this.facts);
      for (let row = 0; row < block.rows; row++) {
        if (row % 64 === 0 && stopped()) break;
        const at = block.at(row);
        if (at < from || at >= to) continue;
        const recorded = { facts: read(row), at, subject: block.subject(row) };
        const judged = this.judge.judge(recorded);
        tally.add(judged);
        if (this.live === undefined) continue;
        compareOutcomes(difference, this.live.judge(recorded).outcome, judged.outcome, () => ({
          id: block.id(row),
          subject: recorded.subject,
          at,
        }));
      }
      if (stopped()) break;
    }
    return { counts: tally.counts(), difference: this.live === undefined ? null : difference };
  }
}

/** Loaded facts and results of earlier stages: what these rules may read of a stored decision. */
function factsRead(
  rules: readonly (RuleSet | undefined)[],
  judges: readonly (Judge | undefined)[],
): string[] {
  const facts = new Set(judges.flatMap((judge) => judge?.program.facts ?? []));
  for (const { id } of rules.flatMap((set) => set?.derived ?? [])) facts.add(id);
  if ([...facts].some((fact) => fact.startsWith('line.'))) facts.add(linesFact);
  return [...facts];
}
