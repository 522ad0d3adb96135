import { vocabulary } from '../../rules-library/index.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { readRule } from '../program/compiled-rule.ts';
import { ConditionTable } from '../program/condition-tree.ts';
import { RuleError } from '../program/rule-error.ts';
import { drawFlow, type DrawnRule } from './draw-flow.ts';
import { drawConditions } from './drawn-conditions.ts';
import { NamedInPlace } from './named-conditions.ts';
import { readTrigger } from './read-trigger.ts';

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

interface Group {
  events: string[];
  rules: DrawnRule[];
}

/** Most rules of one drawing: two blocks each, and a trigger. */
const mostRules = 900;
const firstRank = 100;

/**
 * json-rules-engine rules → drawings that compile back to rules with the same events in the same order. Conditions judge
 * absent data as json-rules-engine does (`missing: "as-stock"`). Total: a rule that cannot be drawn is a problem.
 */
export function flowFromRules(rules: readonly JsonRule[], options: ImportOptions = {}): ImportedFlows {
  const problems: Problem[] = [];
  const groups = new Map<string, Group>();
  for (const { rule, index } of readable(rules, options, problems)) {
    try {
      const { events, drawn } = drawRule(rule, options);
      const group = groups.get(events.join(' ')) ?? { events, rules: [] };
      groups.set(events.join(' '), group);
      group.rules.push(drawn);
    } catch (error) {
      problems.push(problemOf(error, index));
      continue;
    }
    if (!vocabulary.blocks.has(rule.event.type)) {
      problems.push({
        level: 'warning',
        code: 'unknown-block',
        path: `rules[${index}].event.type`,
        text: unknownAction(rule.event.type),
      });
    }
  }
  return { flows: flowsOf([...groups.values()]), problems };
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

function drawRule(rule: JsonRule, { trigger }: ImportOptions): { events: string[]; drawn: DrawnRule } {
  const { events, isStage, rest } = readTrigger(rule.conditions);
  if (isStage) {
    throw new RuleError(rule.id, {
      zh: '这条规则属于某一步之后，只能和它的规则流一起画',
      en: 'this rule belongs behind a step and can only be drawn with its flow',
    });
  }
  return {
    events: events.length === 0 ? [trigger ?? 'order.received'] : events,
    drawn: {
      conditions: rest === null ? null : drawConditions(rule.id, rest),
      action: { kind: rule.event.type, params: structuredClone(rule.event.params ?? {}) },
    },
  };
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

function flowsOf(groups: readonly Group[]): Flow[] {
  const taken = new Set<string>();
  const flows: Flow[] = [];
  for (const { events, rules } of groups) {
    for (let from = 0; from < rules.length; from += mostRules) {
      const part = rules.slice(from, from + mostRules);
      flows.push(drawFlow(freeId(events, taken), firstRank + flows.length, events, part));
    }
  }
  return flows;
}

function freeId(events: readonly string[], taken: Set<string>): string {
  const base = `imported-${events[0]!.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`.slice(0, 56);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
