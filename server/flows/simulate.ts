import type { z } from 'zod';
import type { SimulateAnswer, simulateSchema } from '../../rules-library/contract/flows.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { compileRules } from '../../runtime/index.ts';
import { badInput, notFound } from '../http/request-error.ts';
import type { Compiled } from '../releases/build-release.ts';
import { readFacts } from './read-facts.ts';

/** What the lists and tables among these facts hold now, as facts. */
export type NamedFacts = (facts: readonly string[]) => Promise<Facts>;

/** The facts an order was last decided on; null when there is no order or nothing was decided about it. */
export type FactsOfOrder = (order: string) => Promise<Facts | null>;

/** Tries compiled rules on one event: what would happen and why. Nothing is written. */
export async function simulate(
  compiled: Compiled,
  input: z.output<typeof simulateSchema>,
  factsOfOrder: FactsOfOrder,
  namedFacts: NamedFacts,
): Promise<SimulateAnswer> {
  const { facts, dropped } = await givenFacts(input, factsOfOrder);
  const event: Record<string, unknown> =
    typeof input.stage === 'string'
      ? { 'event.type': 'stage.entered', 'event.stage': input.stage }
      : { 'event.type': input.event };
  const program = compileRules(compiled.rules, { derived: compiled.derived });
  const named = await namedFacts(program.facts);
  const prepared = program.prepare({ ...named, ...facts, ...event });
  const { events, unknown } = program.evaluate(prepared);
  return {
    events: events.map(({ type, params, ruleId }) => ({ type, params: { ...params }, ruleId })),
    unknown,
    explanation: { ...program.explain(prepared) },
    facts: { ...prepared },
    dropped,
    problems: compiled.problems,
  };
}

async function givenFacts(
  input: z.output<typeof simulateSchema>,
  factsOfOrder: FactsOfOrder,
): Promise<{ facts: Facts; dropped: string[] }> {
  if (input.order === undefined) return readFacts(input.facts ?? {});
  if (input.facts !== undefined) {
    throw badInput(
      { zh: '请给一个订单，或给一组数据，不要两样都给。', en: 'Give an order or facts, not both.' },
      'facts',
    );
  }
  const facts = await factsOfOrder(input.order);
  if (facts === null) throw notFound({ zh: '已判定过的订单', en: 'decided order' }, input.order);
  return { facts, dropped: [] };
}
