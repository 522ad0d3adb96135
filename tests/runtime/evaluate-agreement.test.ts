import { Engine } from 'json-rules-engine';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { compileRules } from '../../runtime/index.ts';
import { plant, plantedBugs } from './support/planted-bug.ts';
import { everyDecorator, everyOperator, randomProgram } from './support/random-rules.ts';
import { naiveUnknown, secondOpinion } from './support/second-opinion.ts';

/** Pairs of rules and an order; `npm run test:agreement` takes 100,000. */
const pairs = Number(process.env.SLUICE_PAIRS ?? 3000);
vi.setConfig({ testTimeout: Math.max(120_000, pairs * 20), hookTimeout: Math.max(120_000, pairs * 20) });

/** Of these programs the answers are kept, to judge planted bugs by. */
const mostKept = 1000;

interface Judged {
  rules: JsonRule[];
  conditions: Record<string, JsonCondition>;
  /** Orders with the answers as JSON. */
  answers: { order: Record<string, unknown>; expected: string }[];
}

function operatorsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([key, inner]) =>
    key === 'operator' && typeof inner === 'string' ? inner.split(':') : operatorsIn(inner),
  );
  return own;
}

describe('evaluate, on programs drawn at random', () => {
  const kept: Judged[] = [];
  const seen = {
    pairs: 0,
    events: 0,
    unknown: 0,
    disagreements: [] as unknown[],
    operators: new Set<string>(),
  };

  beforeAll(async () => {
    for (let seed = 1; seen.pairs < pairs; seed++) {
      const { rules, conditions, orders } = randomProgram(seed);
      for (const name of [...operatorsIn(rules), ...operatorsIn(conditions)]) seen.operators.add(name);
      const program = compileRules(rules, { conditions });
      const answers: Judged['answers'] = [];
      for (const order of orders) {
        const events = await secondOpinion(rules, order, conditions);
        const unknown = naiveUnknown(rules, order, conditions);
        const expected = JSON.stringify({ events, unknown });
        const ours = JSON.stringify(program.evaluate(order));
        if (ours !== expected && seen.disagreements.length < 3) {
          seen.disagreements.push({ seed, order, ours, expected });
        }
        answers.push({ order, expected });
        seen.pairs += 1;
        seen.events += events.length;
        seen.unknown += unknown.length;
      }
      if (kept.length < mostKept) kept.push({ rules, conditions, answers });
    }
  });

  afterAll(() => {
    kept.length = 0;
  });

  test('agrees with stock json-rules-engine on events and with the contract on unknown facts', () => {
    expect(seen.disagreements).toEqual([]);
    expect(seen.pairs).toBeGreaterThanOrEqual(pairs);
    expect(seen.events).toBeGreaterThan(pairs / 2);
    expect(seen.unknown).toBeGreaterThan(pairs / 10);
  });

  test('covers every operator of the vocabulary and of stock, and every decorator', () => {
    const stock = [
      ...(
        new Engine() as unknown as { operators: { operators: Map<string, unknown> } }
      ).operators.operators.keys(),
    ];
    expect(stock).toHaveLength(10);
    expect([...seen.operators].sort()).toEqual(
      [...new Set([...everyOperator, ...stock, ...everyDecorator])].sort(),
    );
  });

  test.each(plantedBugs.map((bug) => [bug.name, bug] as const))('would tell that %s', async (_name, bug) => {
    const { compile, remove } = await plant(bug);
    try {
      const isCaught = kept.some(({ rules, conditions, answers }) => {
        const program = compile(rules, { conditions });
        return answers.some(({ order, expected }) => JSON.stringify(program.evaluate(order)) !== expected);
      });
      expect(isCaught).toBe(true);
    } finally {
      remove();
    }
  });
});
