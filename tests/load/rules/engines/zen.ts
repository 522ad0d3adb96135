import { createRequire } from 'node:module';
import type { BenchEngineDefinition } from './engine.ts';
import { expressionOf } from './expressions.ts';

/** What is used of it. */
interface Zen {
  ZenEngine: new () => {
    createDecision(content: object): { evaluate(order: object): Promise<{ result: unknown }> };
  };
}

const need = createRequire(import.meta.url);

const dialect = { and: 'and', or: 'or', number: String };

/**
 * One expression node over all rules, which at this version is quicker than a decision table, loaded once; 64 decisions in
 * flight, as each crosses to its thread pool.
 */
export const zen: BenchEngineDefinition = {
  name: '@gorules/zen-engine 0.54.0',
  inFlight: 64,
  load(rules) {
    const verdicts = rules.map(
      ({ conditions }, index) => `${expressionOf(conditions, dialect)} ? ${index} : -1`,
    );
    const content = {
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        {
          id: 'rules',
          name: 'rules',
          type: 'expressionNode',
          position: { x: 1, y: 0 },
          content: {
            expressions: [{ id: 'e', key: 'matched', value: `filter([${verdicts.join(', ')}], # >= 0)` }],
          },
        },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
        { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
      ],
    };
    const { ZenEngine } = need('@gorules/zen-engine') as Zen;
    const decision = new ZenEngine().createDecision(content);
    return {
      async decide(order) {
        const { result } = await decision.evaluate(order);
        return (result as { matched: number[] }).matched.map((index) => rules[index]!.id);
      },
    };
  },
};
