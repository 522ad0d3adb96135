import type { BlockPlan, SubjectKind, When } from '../../rules-library/define/block.ts';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, JsonEvent } from '../../rules-library/schema/rule.ts';
import type { SettingsScope } from '../derived/calculation.ts';
import { readSettings } from '../derived/index.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { checkCondition, factInList } from './check-conditions.ts';
import { checkFact, definitionOf, isUnknown, type ConditionScope } from './check-facts.ts';
import { lowerCondition, type Lowered } from './lower.ts';
import type { Problems } from './problems.ts';
import { lowerWhen } from './when.ts';

/** What a node calculates, by id, with its type if the block gives one. */
export type Results = ReadonlyMap<string, FactDefinition | undefined>;

export interface Lowering {
  result: string;
  scope: ConditionScope;
  node: string;
  /** The node's own results, which its exits may refer to. */
  own: Results;
  problems: Problems;
  /** Where what has to be calculated is gathered, and the node it belongs to. */
  gathered: { derived: DerivedFact[]; nodeOf: Map<string, string> };
}

/** Checks what a node's plan refers to, lowers its conditions, and gathers what has to be calculated for it. */
export function lowerPlan(plan: BlockPlan, lowering: Lowering): BlockPlan {
  const { scope, node, problems } = lowering;
  const atNode: ConditionScope = { ...scope, results: new Map([...scope.results, ...lowering.own]) };
  if (plan.role === 'check') {
    for (const one of plan.derived ?? []) addDerived(readDerived(one, lowering), lowering);
    const lowerAt = (when: When): When =>
      mapWhen(when, (condition) => {
        checkCondition(condition, atNode, node, problems);
        const lowered = lower(condition, lowering);
        for (const one of lowered.derived) addDerived(one, lowering);
        return lowered.condition;
      });
    const exits = Object.fromEntries(Object.entries(plan.exits).map(([port, when]) => [port, lowerAt(when)]));
    if (plan.emits !== undefined) {
      checkParams(plan.emits.event.params ?? {}, scope, node, problems);
      return { ...plan, exits, emits: { ...plan.emits, when: lowerAt(plan.emits.when) } };
    }
    return { ...plan, exits };
  }
  if (plan.role === 'compute') {
    for (const one of plan.derived) addDerived(readDerived(one, lowering), lowering);
  }
  if (plan.role !== 'action') return plan;
  for (const one of plan.derived ?? []) addDerived(readDerived(one, lowering), lowering);
  checkParams(plan.event.params ?? {}, atNode, node, problems);
  return plan.items === undefined ? plan : { ...plan, event: withItems(plan.event, plan.items, lowering) };
}

/** Adds to an event which items it is about: a condition for each of them, with what has to be calculated for it. */
function withItems(
  event: JsonEvent,
  { subject, where }: { subject: SubjectKind; where: Condition },
  lowering: Lowering,
): JsonEvent {
  const { scope, node, problems, result } = lowering;
  const ofItem: ConditionScope = { ...scope, subject, results: new Map(), changes: false };
  checkCondition(where, ofItem, node, problems);
  const { condition, derived } = lower(where, { ...lowering, scope: ofItem, own: new Map(), result });
  return {
    ...event,
    params: {
      ...event.params,
      where: { conditions: lowerWhen({ is: 'yes', of: condition }, node), derived },
    },
  };
}

function lower(condition: Condition, { result, scope, own }: Lowering): Lowered {
  return lowerCondition(condition, {
    result,
    operators: scope.vocabulary.operators,
    definitionOf: (fact) => definitionOf(fact, scope) ?? own.get(fact),
  });
}

function addDerived(one: DerivedFact, { gathered, node }: Lowering): void {
  if (gathered.nodeOf.has(one.id)) return;
  gathered.nodeOf.set(one.id, node);
  gathered.derived.push(one);
}

/** A derived fact as the block draws it, ready to be calculated: its conditions checked and lowered. */
function readDerived(one: DerivedFact, lowering: Lowering): DerivedFact {
  const { scope, node, problems } = lowering;
  const overLines: ConditionScope = { ...scope, lines: one.reads.includes('lines') };
  const asked: SettingsScope = {
    has: (id) => !isUnknown(id, scope),
    fact: (id, path) => checkFact(id, overLines, path === undefined ? { node } : { node, path }, problems),
    problem: (code, text, path) => problems.error(code, text, path === undefined ? { node } : { node, path }),
    condition: (drawn, over) => {
      checkCondition(drawn, overLines, node, problems);
      const { condition, derived } = lower(drawn, lowering);
      const ofLines = over === 'lines' ? derived.filter(({ reads }) => reads.some(isLineFact)) : [];
      for (const other of derived) if (!ofLines.includes(other)) addDerived(other, lowering);
      return { condition, ofLines };
    },
  };
  return readSettings(one, asked);
}

function isLineFact(fact: string): boolean {
  return fact.startsWith('line.');
}

function mapWhen(when: When, change: (condition: Condition) => Condition): When {
  if ('all' in when) return { all: when.all.map((inner) => mapWhen(inner, change)) };
  if ('any' in when) return { any: when.any.map((inner) => mapWhen(inner, change)) };
  return { is: when.is, of: change(when.of) };
}

function checkParams(
  params: Record<string, unknown>,
  scope: ConditionScope,
  node: string,
  problems: Problems,
): void {
  for (const [name, value] of Object.entries(params)) {
    for (const { fact, inList } of factsOfParams(value)) {
      checkFact(fact, scope, { node, path: name }, problems);
      if (inList) {
        problems.error('fact-in-list', factInList, { node, path: name });
      }
    }
  }
}
