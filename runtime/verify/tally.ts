import type { SourceMap } from '../../rules-library/schema/rule.ts';
import type { Judged, Outcome } from './judge.ts';

/** What came of many decisions. Plain data: parts counted elsewhere are added with `addCounts`. */
export interface Counts {
  decisions: number;
  /** Decisions in which a rule matched, by rule. */
  rules: Record<string, number>;
  /** Decisions that ran along a join of a drawing, by `FLOW/NODE:PORT`: on the way of a rule that matched. */
  ports: Record<string, number>;
  /** Effects that took place, by command. */
  effects: Record<string, number>;
  /** Decisions that wanted a fact which is not there, in all and by fact. */
  incomplete: number;
  missing: Record<string, number>;
}

export function noCounts(): Counts {
  return { decisions: 0, rules: {}, ports: {}, effects: {}, incomplete: 0, missing: {} };
}

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    decisions: one.decisions + other.decisions,
    rules: addEach(one.rules, other.rules),
    ports: addEach(one.ports, other.ports),
    effects: addEach(one.effects, other.effects),
    incomplete: one.incomplete + other.incomplete,
    missing: addEach(one.missing, other.missing),
  };
}

/** Sums of two records of numbers. */
export function addEach(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

const mostWaiting = 10_000;

/** Counts decisions. Those that came out alike are counted together first, so that one more costs next to nothing. */
export class Tally {
  private readonly waiting = new Map<Outcome, number>();
  private readonly rules = new Map<string, number>();
  private readonly ports = new Map<string, number>();
  private readonly effects = new Map<string, number>();
  private readonly missing = new Map<string, number>();
  private decisions = 0;
  private incomplete = 0;
  private readonly sourceMap: SourceMap;

  constructor(sourceMap: SourceMap = {}) {
    this.sourceMap = sourceMap;
  }

  add({ outcome, unknown }: Judged): void {
    this.decisions++;
    if (unknown.length > 0) {
      this.incomplete++;
      for (const fact of unknown) count(this.missing, fact, 1);
    }
    this.waiting.set(outcome, (this.waiting.get(outcome) ?? 0) + 1);
    if (this.waiting.size >= mostWaiting) this.settle();
  }

  counts(): Counts {
    this.settle();
    return {
      decisions: this.decisions,
      rules: Object.fromEntries(this.rules),
      ports: Object.fromEntries(this.ports),
      effects: Object.fromEntries(this.effects),
      incomplete: this.incomplete,
      missing: Object.fromEntries(this.missing),
    };
  }

  private settle(): void {
    for (const [{ matched, effects }, times] of this.waiting) {
      const ports = new Set<string>();
      for (const rule of matched) {
        count(this.rules, rule, times);
        const entry = this.sourceMap[rule];
        for (const port of entry?.ports ?? []) ports.add(`${entry!.flow}/${port}`);
      }
      for (const port of ports) count(this.ports, port, times);
      for (const { command } of effects) count(this.effects, command, times);
    }
    this.waiting.clear();
  }
}

function count(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}
