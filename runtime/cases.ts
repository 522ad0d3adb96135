import type { Vocabulary } from '../rules-library/define/vocabulary.ts';
import type { Flow, FlowCase } from '../rules-library/schema/flow.ts';
import type { Facts } from '../rules-library/schema/rule.ts';
import { compileFlow, type CompiledFlow } from './compile/compile-flow.ts';
import { compileRules } from './program/compile-rules.ts';

export interface CaseResult {
  case: string;
  passed: boolean;
  /** What the flow emitted. */
  events: { type: string; params: Record<string, unknown>; ruleId: string }[];
  unknown: string[];
  /** Errors of the drawing that keep it from running. */
  problems: CompiledFlow['problems'];
}

const iso = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;

/** Facts of a case with ISO times as epoch ms where the fact is a time. */
export function factsOfCase({ event, stage, facts }: FlowCase, flow: string, vocabulary: Vocabulary): Facts {
  const given: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(facts)) {
    const isTime = vocabulary.facts.get(id)?.type === 'time';
    given[id] = isTime && typeof value === 'string' && iso.test(value) ? Date.parse(value) : value;
  }
  given['event.type'] = stage === null ? event : 'stage.entered';
  if (stage !== null) given['event.stage'] = stage.startsWith(`${flow}/`) ? stage : `${flow}/${stage}`;
  return given;
}

/** Runs a flow's own case: the events have to be exactly these, in order; params are compared for the keys given. */
export function runCase(flow: Flow, one: FlowCase, vocabulary: Vocabulary): CaseResult {
  const { rules, derived, problems } = compileFlow(flow, vocabulary);
  const { events, unknown } = compileRules(rules, { derived }).evaluate(
    factsOfCase(one, flow.id, vocabulary),
  );
  const wanted = one.expect.events;
  const passed =
    !problems.some(({ level }) => level === 'error') &&
    events.length === wanted.length &&
    events.every(({ type, params }, index) => {
      const expected = wanted[index]!;
      return (
        type === expected.type &&
        Object.entries(expected.params).every(([name, value]) => same(params[name], value))
      );
    });
  return { case: one.id, passed, events, unknown, problems };
}

function same(actual: unknown, expected: unknown): boolean {
  return JSON.stringify(actual) === JSON.stringify(expected);
}
