import type { JudgedEffect, Outcome } from './judge.ts';
import { addEach } from './tally.ts';

/** What two releases decide differently. Plain data: parts are added with `addDifference`. */
export interface Difference {
  decisions: number;
  /** Decisions that would come out otherwise: another effect, or one more or less. */
  otherwise: number;
  /** Effects only the one in force has (`lost`) or only the candidate (`gained`), by command. */
  gained: Record<string, number>;
  lost: Record<string, number>;
  /** Decisions in which a rule matched under only one of the two: the one in force (`before`), the candidate (`after`). */
  before: Record<string, number>;
  after: Record<string, number>;
  /** The first decisions that come out otherwise. */
  samples: DifferenceSample[];
}

export interface DifferenceSample {
  id: string;
  subject: string;
  at: number;
  gained: Pick<JudgedEffect, 'command' | 'ruleId' | 'input'>[];
  lost: Pick<JudgedEffect, 'command' | 'ruleId' | 'input'>[];
}

const mostSamples = 20;

export function noDifference(): Difference {
  return { decisions: 0, otherwise: 0, gained: {}, lost: {}, before: {}, after: {}, samples: [] };
}

/** Takes one decision in; `what` is asked only where it comes out otherwise and is kept as a sample. */
export function compareOutcomes(
  difference: Difference,
  live: Outcome,
  candidate: Outcome,
  what: () => Pick<DifferenceSample, 'id' | 'subject' | 'at'>,
): void {
  difference.decisions++;
  countMatched(difference, live, candidate);
  if (live.text === candidate.text) return;
  difference.otherwise++;
  const gained = without(candidate.effects, live.effects);
  const lost = without(live.effects, candidate.effects);
  for (const { command } of gained) difference.gained[command] = (difference.gained[command] ?? 0) + 1;
  for (const { command } of lost) difference.lost[command] = (difference.lost[command] ?? 0) + 1;
  if (difference.samples.length < mostSamples)
    difference.samples.push({ ...what(), gained: gained.map(shown), lost: lost.map(shown) });
}

export function addDifference(one: Difference, other: Difference): Difference {
  return {
    decisions: one.decisions + other.decisions,
    otherwise: one.otherwise + other.otherwise,
    gained: addEach(one.gained, other.gained),
    lost: addEach(one.lost, other.lost),
    before: addEach(one.before, other.before),
    after: addEach(one.after, other.after),
    samples: [...one.samples, ...other.samples].sort((a, b) => a.at - b.at).slice(0, mostSamples),
  };
}

function countMatched({ before, after }: Difference, live: Outcome, candidate: Outcome): void {
  if (live.matched.length === candidate.matched.length) {
    const same = live.matched.every((rule, index) => rule === candidate.matched[index]);
    if (same) return;
  }
  const then = new Set(live.matched);
  const now = new Set(candidate.matched);
  for (const rule of then) if (!now.has(rule)) before[rule] = (before[rule] ?? 0) + 1;
  for (const rule of now) if (!then.has(rule)) after[rule] = (after[rule] ?? 0) + 1;
}

function without(these: readonly JudgedEffect[], those: readonly JudgedEffect[]): JudgedEffect[] {
  const texts = new Set(those.map(({ text }) => text));
  return these.filter(({ text }) => !texts.has(text));
}

function shown({ command, ruleId, input }: JudgedEffect): DifferenceSample['gained'][number] {
  return { command, ruleId, input };
}
