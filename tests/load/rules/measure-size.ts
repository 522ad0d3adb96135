import { percentile } from '../latency.ts';
import { engines } from './engines/index.ts';
import { Measuring } from './measuring.ts';
import type { Answers, Loaded, Round } from './messages.ts';

export interface Measured extends Loaded {
  rules: number;
  /** CPU µs an order, of all threads: in the first second after loading, then the median of rounds with least and most. */
  firstSecond: number;
  median: number;
  least: number;
  most: number;
  worstMs: number;
  /** Orders whose matched rules were compared with the hand-written index; all are equal, or the row does not count. */
  compared: number;
  differs: boolean;
}

export interface Plan {
  rounds: number;
  roundMs: number;
  firstMs: number;
  answersMs: number;
}

const perOrder = ({ cpuUs, orders }: Round): number => cpuUs / orders;

/** All engines at one number of rules, each in a process of its own, taking turns round by round. */
export async function measureSize(rules: number, plan: Plan): Promise<Measured[]> {
  const names = Object.keys(engines);
  const all: { name: string; process: Measuring; loaded: Loaded; answers: Answers; first: Round }[] = [];
  for (const name of names) {
    const process = new Measuring(name, rules);
    const loaded = await process.ask<Loaded>({ ask: 'load' });
    const first = await process.ask<Round>({ ask: 'round', ms: plan.firstMs });
    const answers = await process.ask<Answers>({ ask: 'answers', most: 2000, ms: plan.answersMs });
    all.push({ name, process, loaded, answers, first });
  }
  const rounds = new Map<string, Round[]>(names.map((name) => [name, []]));
  for (let round = 0; round < plan.rounds; round++) {
    for (const { name, process } of all) {
      rounds.get(name)!.push(await process.ask<Round>({ ask: 'round', ms: plan.roundMs }));
    }
  }
  for (const { process } of all) process.close();
  const reference = all.find(({ name }) => name === 'hand-written')!.answers;
  return all.map(({ name, loaded, answers, first }) => {
    const taken = rounds.get(name)!;
    const costs = taken.map(perOrder);
    const compared = Math.min(answers.length, reference.length);
    return {
      rules,
      ...loaded,
      firstSecond: perOrder(first),
      median: percentile(costs, 0.5),
      least: Math.min(...costs),
      most: Math.max(...costs),
      worstMs: Math.max(...taken.map(({ worstMs }) => worstMs)),
      compared,
      differs:
        compared === 0 || answers.slice(0, compared).some((ids, at) => ids.join() !== reference[at]!.join()),
    };
  });
}
