import { engines } from './engines/index.ts';
import type { BenchEngine } from './engines/engine.ts';
import type { Answers, Loaded, Question, Round } from './messages.ts';
import { makeOrders, type BenchOrder } from './orders.ts';
import { makeRules } from './rules.ts';

/**
 * The measuring process: one engine, one number of rules, so that no engine is measured in a heap or with code another one
 * has warmed or spoilt. Does what it is asked over the channel it was forked with.
 */
const [name = '', count = ''] = process.argv.slice(2);
const definition = await engines[name]!();
const rules = makeRules(Number(count), 11);
const orders = makeOrders(4096, 7);
let engine: BenchEngine;
let next = 0;

const takeOrder = (): BenchOrder => orders[next++ % orders.length]!;
const cpuUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

async function load(): Promise<Loaded> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  engine = definition.load(rules);
  const loaded = performance.now();
  await engine.decide(orders[0]!);
  const first = performance.now();
  globalThis.gc?.();
  const after = process.memoryUsage();
  const mb = (key: 'heapUsed' | 'external' | 'rss'): number => (after[key] - before[key]) / 2 ** 20;
  return {
    name: definition.name,
    loadMs: loaded - start,
    firstOrderMs: first - loaded,
    heapMb: mb('heapUsed') + mb('external'),
    residentMb: mb('rss'),
  };
}

async function answers(most: number, ms: number): Promise<Answers> {
  const found: string[][] = [];
  const end = performance.now() + ms;
  while (found.length < most && performance.now() < end) {
    found.push([...(await engine.decide(orders[found.length]!))].sort());
  }
  return found;
}

async function round(ms: number): Promise<Round> {
  const start = cpuUs();
  let done = 0;
  let worstMs = 0;
  // Asking for the time costs as much as a quick decision: only after many of them.
  let atOnce = definition.inFlight;
  while (cpuUs() - start < ms * 1000) {
    const from = performance.now();
    if (definition.inFlight > 1) {
      await Promise.all(Array.from({ length: atOnce }, async () => engine.decide(takeOrder())));
    } else {
      for (let one = 0; one < atOnce; one++) {
        const answer = engine.decide(takeOrder());
        // Without waiting where there is nothing to wait for.
        if (answer instanceof Promise) await answer;
      }
    }
    const took = performance.now() - from;
    worstMs = Math.max(worstMs, took / atOnce);
    done += atOnce;
    if (took < 1 && definition.inFlight === 1) atOnce *= 2;
  }
  return { orders: done, cpuUs: cpuUs() - start, worstMs };
}

process.on('message', (question: Question) => {
  const answer = {
    load,
    answers: () => answers((question as { most: number }).most, (question as { ms: number }).ms),
    round: () => round((question as { ms: number }).ms),
  }[question.ask]();
  void answer.then((given) => process.send!(given));
});
