import type { Vocabulary } from '../rules-library/define/vocabulary.ts';
import type { Flow, FlowCase } from '../rules-library/schema/flow.ts';
import type { Facts, JsonCondition } from '../rules-library/schema/rule.ts';
import type { Text } from '../rules-library/schema/text.ts';
import { compileFlow, type CompiledFlow } from './compile/compile-flow.ts';
import { stageEvent, stageName } from './compile/guard-rules.ts';
import { sameValue } from './effects/same-value.ts';
import { compileRules } from './program/compile-rules.ts';

export interface CaseResult {
  case: string;
  passed: boolean;
  /** What the flow emitted. */
  events: { type: string; params: Record<string, unknown>; ruleId: string }[];
  unknown: string[];
  /** What came out otherwise than expected, in words; empty when the case passed. */
  differences: Text[];
  /** Errors of the drawing that keep it from running. */
  problems: CompiledFlow['problems'];
}

const iso = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;

/** Facts of a case with ISO times as epoch ms where the fact is a time, lines included. */
export function factsOfCase({ event, stage, facts }: FlowCase, flow: string, vocabulary: Vocabulary): Facts {
  const given: Record<string, unknown> = readTimes(facts, vocabulary);
  if (Array.isArray(given.lines)) {
    given.lines = given.lines.map((line: unknown) =>
      typeof line === 'object' && line !== null ? readTimes(line, vocabulary) : line,
    );
  }
  given['event.type'] = stage === null ? event : stageEvent;
  if (stage !== null) given['event.stage'] = stage.startsWith(`${flow}/`) ? stage : stageName(flow, stage);
  return given;
}

function readTimes(facts: object, vocabulary: Vocabulary): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([id, value]: [string, unknown]) => {
      const isTime = vocabulary.facts.get(id)?.type === 'time';
      return [id, isTime && typeof value === 'string' && iso.test(value) ? Date.parse(value) : value];
    }),
  );
}

/** Runs a flow's own case: the events have to be exactly these, in order; params are compared for the keys given. */
export function runCase(flow: Flow, one: FlowCase, vocabulary: Vocabulary): CaseResult {
  return runCases(flow, [one], vocabulary)[0]!;
}

/** Runs cases of a flow, compiled once. */
export function runCases(flow: Flow, cases: readonly FlowCase[], vocabulary: Vocabulary): CaseResult[] {
  const { rules, derived, problems } = compileFlow(flow, vocabulary);
  const program = compileRules(rules, { derived });
  const source = sourceOf(rules[0]?.conditions);
  const broken = problems.some(({ level }) => level === 'error');
  return cases.map((one) => {
    const facts = factsOfCase(one, flow.id, vocabulary);
    const { events, unknown } = program.evaluate(
      source === undefined || Object.hasOwn(facts, 'event.source')
        ? facts
        : { ...facts, 'event.source': source },
    );
    const differences = broken ? [drawingIsWrong] : differencesOf(events, one.expect.events, vocabulary);
    return { case: one.id, passed: differences.length === 0, events, unknown, differences, problems };
  });
}

/** The one source a flow listens to: a case need not repeat it. */
function sourceOf(conditions: JsonCondition | undefined): unknown {
  if (conditions === undefined || !('all' in conditions)) return undefined;
  const guard = conditions.all.find(
    (part) => 'fact' in part && part.fact === 'event.source' && part.operator === 'equal',
  );
  return guard !== undefined && 'value' in guard ? guard.value : undefined;
}

const drawingIsWrong: Text = {
  zh: '规则流还有问题，先改好才能运行',
  en: 'The drawing has problems; mend them before it can run',
};

function differencesOf(
  events: CaseResult['events'],
  expected: FlowCase['expect']['events'],
  vocabulary: Vocabulary,
): Text[] {
  const named = (type: string): Text =>
    (vocabulary.commands.get(type) ?? vocabulary.blocks.get(type))?.label ?? { zh: type, en: type };
  const length = Math.max(events.length, expected.length);
  return Array.from({ length }, (_, index) => index).flatMap((index): Text[] => {
    const actual = events[index];
    const wanted = expected[index];
    const place = index + 1;
    if (wanted === undefined) {
      const { zh, en } = named(actual!.type);
      return [
        { zh: `第 ${place} 个动作「${zh}」是多出来的`, en: `Action ${place}, "${en}", is one too many` },
      ];
    }
    const wish = named(wanted.type);
    if (actual === undefined) {
      return [
        { zh: `缺少第 ${place} 个动作「${wish.zh}」`, en: `Action ${place}, "${wish.en}", is missing` },
      ];
    }
    if (actual.type !== wanted.type) {
      const got = named(actual.type);
      return [
        {
          zh: `第 ${place} 个动作应为「${wish.zh}」，实际是「${got.zh}」`,
          en: `Action ${place} should be "${wish.en}", it is "${got.en}"`,
        },
      ];
    }
    return Object.entries(wanted.params)
      .filter(([name, value]) => !sameValue(actual.params[name], value))
      .map(([name]) => ({
        zh: `第 ${place} 个动作「${wish.zh}」的内容与预期不同（${name}）`,
        en: `Action ${place}, "${wish.en}", differs from what is expected (${name})`,
      }));
  });
}
