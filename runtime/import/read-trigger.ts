import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';
import { stageEvent } from '../compile/guard-rules.ts';

/** What a rule listens to, and the conditions that are left. */
export interface ReadTrigger {
  /** Sorted; empty when the rule does not say. */
  events: string[];
  /** The later stage it belongs to, if any: what `event.stage` has to be. */
  stage: string | null;
  /** Null when nothing else is asked. */
  rest: JsonCondition | null;
}

/** Takes `event.type` out of the outermost `all` of a rule's conditions. */
export function readTrigger(conditions: JsonCondition): ReadTrigger {
  const parts = conjunctsOf(conditions);
  const guard = parts.find((part) => eventsOf(part) !== undefined);
  const events = guard === undefined ? [] : eventsOf(guard)!;
  const stageGuard = parts.find(isStageGuard);
  const isStage = events.includes(stageEvent) || stageGuard !== undefined;
  const stage = isStage ? stageOf(stageGuard) : null;
  const left = parts.filter((part) => part !== guard && part !== stageGuard);
  if (left.length === 0) return { events, stage, rest: null };
  return { events, stage, rest: left.length === 1 ? left[0]! : { all: left } };
}

function isStageGuard(part: JsonCondition): boolean {
  return isComparison(part) && part.fact === 'event.stage';
}

/** Empty for a guard that names no one stage. */
function stageOf(guard: JsonCondition | undefined): string {
  if (guard === undefined || !isComparison(guard) || guard.operator !== 'equal') return '';
  return typeof guard.value === 'string' ? guard.value : '';
}

/** What has to hold whatever else does, each part once. */
function conjunctsOf(condition: JsonCondition): JsonCondition[] {
  const found = new Set<JsonCondition>();
  const seen = new Set<JsonCondition>();
  const walk = (part: JsonCondition): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if ('all' in part && part.all.length > 0) part.all.forEach(walk);
    else found.add(part);
  };
  walk(condition);
  return [...found];
}

function eventsOf(condition: JsonCondition): string[] | undefined {
  if (!isComparison(condition) || condition.fact !== 'event.type' || condition.path !== undefined)
    return undefined;
  const { operator, value } = condition;
  if (operator === 'equal' && typeof value === 'string') return [value];
  if (operator !== 'in' || !Array.isArray(value) || value.length === 0) return undefined;
  return value.every((one) => typeof one === 'string') ? [...new Set(value)].sort() : undefined;
}

function isComparison(condition: JsonCondition): condition is JsonComparison {
  return Object.hasOwn(condition, 'fact');
}
