import { vocabulary } from '../../rules-library/index.ts';
import { blockOf } from '../../rules-library/results/node-name.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { readRule } from '../program/compiled-rule.ts';
import { ConditionTable } from '../program/condition-tree.ts';
import { RuleError } from '../program/rule-error.ts';
import type { DrawnRule } from './place-rules.ts';
import { drawConditions } from './drawn-conditions.ts';
import { Groups, noFlow } from './groups.ts';
import { NamedInPlace } from './named-conditions.ts';
import { nodeOfRule, readStage } from './read-stage.ts';
import { readTrigger, type ReadTrigger } from './read-trigger.ts';

export interface ImportOptions {
  /** Event of rules that name none; `order.received` unless given. */
  trigger?: string;
  /** Named conditions the rules refer to. */
  conditions?: Readonly<Record<string, JsonCondition>>;
}

export interface ImportedFlows {
  /** One for each set of events found, laid out; very long arrays are cut into several. */
  flows: Flow[];
  /** Rules that could not be drawn, and actions this build does not know. `path` is the rule's place in the array. */
  problems: Problem[];
}

/**
 * json-rules-engine rules → drawings that compile back to rules with the same events in the same order. Rules of later stages are
 * drawn behind the action whose outcome opens the stage. Conditions judge absent data as json-rules-engine does
 * (`missing: "as-stock"`). Total: a rule that cannot be drawn is a problem.
 */
export function flowFromRules(rules: readonly JsonRule[], options: ImportOptions = {}): ImportedFlows {
  const problems: Problem[] = [];
  const groups = new Groups();
  const later: (PlacedRule & { read: ReadTrigger })[] = [];
  const readRules = readable(rules, options, problems).map((one) => ({
    ...one,
    read: readTrigger(one.rule.conditions),
  }));
  const openers = openersOf(readRules.flatMap(({ read }) => read.stage ?? []));
  const draw = (one: (typeof readRules)[number], add: (drawn: DrawnRule) => void): void => {
    try {
      add(drawRule(one.rule, one.read, openers));
    } catch (error) {
      problems.push(problemOf(error, one.index));
      return;
    }
    const { type } = one.rule.event;
    if (vocabulary.blocks.has(actionOf(one.rule).kind)) return;
    problems.push({
      level: 'warning',
      code: 'unknown-block',
      path: `rules[${one.index}].event.type`,
      text: unknownAction(type),
    });
  };
  for (const one of readRules) {
    if (one.read.stage !== null) later.push(one);
    else {
      const events = one.read.events.length === 0 ? [options.trigger ?? 'order.received'] : one.read.events;
      draw(one, (drawn) => groups.add(events, flowOf(one.rule, openers), drawn));
    }
  }
  for (const one of later) draw(one, (drawn) => groups.addLater(one.rule, one.read.stage!, drawn));
  return { flows: groups.flows(), problems };
}

interface PlacedRule {
  rule: JsonRule;
  index: number;
}

/** Rules that can run at all, by priority, then as given; named conditions in place. */
function readable(
  rules: readonly JsonRule[],
  { conditions = {} }: ImportOptions,
  problems: Problem[],
): PlacedRule[] {
  const named = new NamedInPlace(conditions);
  const read: (PlacedRule & { priority: number })[] = [];
  rules.forEach((given, index) => {
    try {
      const { id, priority } = readRule(given, `rule-${index + 1}`, new ConditionTable(conditions));
      read.push({ rule: { ...given, id, conditions: named.of(given.conditions) }, index, priority });
    } catch (error) {
      problems.push(problemOf(error, index));
    }
  });
  return read.sort((one, other) => other.priority - one.priority);
}

/** Nodes by flow that open a later stage of some rule: they keep their ids. */
function openersOf(stages: readonly string[]): Map<string, Set<string>> {
  const openers = new Map<string, Set<string>>();
  for (const { flow, node } of stages.flatMap((name) => readStage(name) ?? [])) {
    openers.set(flow, (openers.get(flow) ?? new Set()).add(node));
  }
  return openers;
}

/** The flow a rule comes from, if stages of that flow are among the rules. */
function flowOf(rule: JsonRule, openers: ReadonlyMap<string, unknown>): string | null {
  const flow = rule.id.split('/', 1)[0]!;
  return openers.has(flow) ? flow : null;
}

function drawRule(
  rule: JsonRule,
  { stage, rest }: ReadTrigger,
  openers: ReadonlyMap<string, ReadonlySet<string>>,
): DrawnRule {
  const entry = stage === null ? null : readStage(stage);
  if (entry === undefined) throw new RuleError(rule.id, noFlow);
  const own = nodeOfRule(rule);
  const opens = own !== undefined && openers.get(own.flow)?.has(own.node) === true;
  return {
    conditions: rest === null ? null : drawConditions(rule.id, rest),
    action: actionOf(rule),
    entry: entry === null ? null : { node: entry.node, port: entry.port },
    node: opens ? own.node : null,
  };
}

/** The block that issues an event: the one of its name, or one that says it does. */
function actionOf({ event }: JsonRule): DrawnRule['action'] {
  const plain = { kind: event.type, params: structuredClone(event.params ?? {}) };
  if (blockOf(event.type, vocabulary) !== undefined) return plain;
  for (const block of [...vocabulary.blocks.values(), ...(vocabulary.unhandled?.values() ?? [])]) {
    if (block.needs?.includes(event.type) !== true) continue;
    const params = block.fromEvent?.(structuredClone(event));
    if (params !== undefined) return { kind: block.kind, params };
  }
  return plain;
}

function problemOf(error: unknown, index: number): Problem {
  if (!(error instanceof RuleError)) throw error;
  return { level: 'error', code: 'not-drawable', path: `rules[${index}]`, text: error.text };
}

function unknownAction(type: string): Text {
  return {
    zh: `这个版本没有「${type}」这种积木，画出来后请换成合适的动作`,
    en: `This version has no block "${type}"; replace it by a fitting action on the canvas`,
  };
}
