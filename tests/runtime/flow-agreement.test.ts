import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { compileFlow, compileRules } from '../../runtime/index.ts';
import { runStock } from '../../server/verify/stock-engine.ts';
import { testVocabulary } from '../support/test-vocabulary.ts';
import { drawnFlow, orderFacts } from './support/drawn-flows.ts';
import { interpret } from './support/naive-flow.ts';

// Thousands of drawn examples each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

/** The ways a flow can be entered: its events, and each stage an outcome opens. */
function entries(flow: Flow): Record<string, string>[] {
  const gate = flow.nodes.some(({ kind }) => kind === 'test-gate');
  const stages = flow.nodes
    .filter(({ kind }) => kind === 'test-approval')
    .flatMap(({ id }) => ['approved', 'rejected'].map((port) => `drawn/${id}:${port}`));
  return [
    { 'event.type': 'order.received' },
    ...(gate ? [{ 'event.type': 'gate.ship' }] : []),
    ...stages.map((stage) => ({ 'event.type': 'stage.entered', 'event.stage': stage })),
  ];
}

/** Events without the words, which the naive reading does not write. */
function plain(events: readonly { type: string; params: Readonly<Record<string, unknown>> }[]): unknown[] {
  return events.map(({ type, params: { text: _text, ...params } }) => ({ type, params }));
}

describe('a compiled drawing', () => {
  test('does what the drawing says, in three values, and stock json-rules-engine agrees', async () => {
    const seen = { events: 0, stages: 0, unknown: 0, denied: 0 };
    await fc.assert(
      fc.asyncProperty(
        drawnFlow,
        fc.array(orderFacts, { minLength: 2, maxLength: 3 }),
        async (flow, orders) => {
          const { rules, derived, problems } = compileFlow(flow, testVocabulary);
          // A drawing too crowded to compile says so; it is no disagreement.
          if (problems.some(({ code }) => code === 'too-many-paths')) return;
          expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
          const program = compileRules(rules, { derived });
          for (const order of orders) {
            for (const entry of entries(flow)) {
              const facts: Facts = program.prepare({ ...order, ...entry });
              const { events } = program.evaluate(facts);
              expect(plain(events)).toEqual(interpret(flow, { ...order, ...entry }));
              expect(events).toEqual(await runStock(rules, facts));
              seen.events += events.length;
              seen.stages += events.length > 0 && 'event.stage' in entry ? 1 : 0;
              seen.unknown += events.filter(({ params }) => params.code === 'manual-review').length;
              seen.denied += events.filter(({ type }) => type === 'deny').length;
            }
          }
        },
      ),
      { numRuns: 700 },
    );
    // The generator reaches what it is meant to reach.
    expect(seen.events).toBeGreaterThan(500);
    for (const count of [seen.stages, seen.unknown, seen.denied]) expect(count).toBeGreaterThan(30);
  });

  test('is the same whatever the order in which it was drawn and wherever its blocks lie', () => {
    const shuffled = drawnFlow.chain((flow) =>
      fc.record({
        flow: fc.constant(flow),
        nodes: fc.shuffledSubarray(flow.nodes, { minLength: flow.nodes.length }),
        edges: fc.shuffledSubarray(flow.edges, { minLength: flow.edges.length }),
        at: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ flow, nodes, edges, at }) => {
        const moved: Flow = {
          ...flow,
          nodes: nodes.map((node) => ({
            params: node.params,
            version: node.version,
            kind: node.kind,
            id: node.id,
          })),
          edges: edges.map((edge, index) => ({ ...edge, id: `other-${index}` })),
          layout: Object.fromEntries(nodes.map(({ id }, index) => [id, { x: at, y: index }])),
        };
        const [one, other] = [compileFlow(moved, testVocabulary), compileFlow(flow, testVocabulary)];
        expect(one).toEqual(other);
        expect(JSON.stringify(one.rules)).toBe(JSON.stringify(other.rules));
      }),
      { numRuns: 700 },
    );
  });

  test('is numbered from its first rule down to 1, with the id of its node and where it comes from', () => {
    fc.assert(
      fc.property(drawnFlow, (flow) => {
        const { rules, sourceMap } = compileFlow(flow, testVocabulary);
        expect(rules.map(({ priority }) => priority)).toEqual(rules.map((_, index) => rules.length - index));
        expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
        for (const { id } of rules) {
          const { node, stage, path } = sourceMap[id]!;
          expect(id.replace(/:(gate|open-case)$/, '')).toBe(
            ['drawn', ...(stage === null ? [] : [stage]), node].join('/'),
          );
          expect(path.at(-1)).toBe(node);
        }
      }),
      { numRuns: 200 },
    );
  });
});
