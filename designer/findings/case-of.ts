import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, FlowCase } from '../../rules-library/schema/flow.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { compileFlow, runCase, type Finding } from '../../runtime/index.ts';
import { eventsOf } from '../inspector/fact-options.ts';

/**
 * The order that shows a finding as a case of the flow: its facts, and what the drawing does with them now. Undefined where there
 * is no such order, or the drawing decides nothing yet.
 */
export function caseOf(flow: Flow, { witness, text }: Finding, vocabulary: Vocabulary): FlowCase | undefined {
  if (witness === null) return undefined;
  if (compileFlow(flow, vocabulary).problems.some(({ level }) => level === 'error')) return undefined;
  const event = witness['event.type'] ?? eventsOf(flow, vocabulary)[0];
  const stage = witness['event.stage'];
  if (typeof event !== 'string') return undefined;
  const made: FlowCase = {
    id: freeCaseId(flow),
    name: text,
    event,
    stage: typeof stage === 'string' ? stage : null,
    facts: ownFacts(witness, flow.id),
    expect: { events: [] },
  };
  const { events } = runCase(flow, made, vocabulary);
  return { ...made, expect: { events: events.map(({ type, params }) => ({ type, params })) } };
}

/** What an order brings: neither the event nor what the drawing itself calculates. */
function ownFacts(facts: Facts, flow: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([id]) => !id.startsWith('event.') && !id.startsWith(`${flow}.`)),
  );
}

function freeCaseId({ cases }: Flow): string {
  let number = cases.length + 1;
  while (cases.some(({ id }) => id === `k${number}`)) number++;
  return `k${number}`;
}
