import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { SubjectKind } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { effectOrder } from './effect-order.ts';
import { manualReview } from './manual-review.ts';
import { resolveParams } from './resolve-params.ts';
import { sameValue, textOfValue } from './same-value.ts';

/** A command a rule issues, ready for the door. */
export interface Effect {
  command: string;
  /** `kind:ID`. */
  target: string;
  input: Record<string, unknown>;
  /** The rule it comes from. */
  ruleId: string;
  /** Effects of one command on one target clash only when their keys are equal. */
  key: string;
}

/** An effect that did not take place because another of the same decision came first or weighs more. */
export interface Overridden extends Effect {
  /** The rule whose effect takes place instead. */
  by: string;
}

export interface PlannedEffects {
  /** In the order they take place. */
  effects: Effect[];
  overridden: Overridden[];
}

export interface PlanContext {
  /** Prepared facts the decision was made on. */
  facts: Facts;
  vocabulary: Vocabulary;
  /** Moment of the decision, epoch ms. */
  now: number;
  /** `order:ID`: what effects act on unless they name a target. */
  subject: string;
  zone?: string;
}

interface EmittedEvent {
  type: string;
  params: Readonly<Record<string, unknown>>;
  ruleId: string;
}

const stopping: ReadonlySet<string> = new Set(['hold-order', 'deny']);

/** Whether the first keeps the second from happening: a hold or denial beats a release of the same target. */
export function stops(one: Effect, other: Effect): boolean {
  return other.command === 'release-order' && stopping.has(one.command) && one.target === other.target;
}

/**
 * Events of a decision → effects in their fixed order of kinds, then in the order of the events (season, flow rank, rule).
 * The same command on the same target with the same input takes place once; with another input under the same key the
 * first wins. One whose outcome opens a stage is never merged: each has a stage of its own. A hold or denial beats a release
 * of the same target. An effect that needs data that is not there, or has nothing to act on, becomes a matter for a person.
 * Events that are no commands (what only the server does) are kept.
 */
export function planEffects(events: readonly EmittedEvent[], context: PlanContext): PlannedEffects {
  const wished = events.map((event) => effectOf(event, context));
  wished.sort((one, other) => effectOrder(one.command) - effectOrder(other.command));
  const planned: PlannedEffects = { effects: [], overridden: [] };
  const taken = new Map<string, Effect>();
  for (const effect of wished) {
    const isOwn = context.vocabulary.commands.get(effect.command)?.opensStage === true;
    const slot = JSON.stringify([effect.command, effect.target, isOwn ? effect.ruleId : effect.key]);
    const first = taken.get(slot);
    if (first !== undefined) {
      if (!sameValue(first.input, effect.input)) planned.overridden.push({ ...effect, by: first.ruleId });
      continue;
    }
    const stop = planned.effects.find((one) => stops(one, effect));
    if (stop !== undefined) {
      planned.overridden.push({ ...effect, by: stop.ruleId });
      continue;
    }
    taken.set(slot, effect);
    planned.effects.push(effect);
  }
  return planned;
}

function effectOf({ type, params, ruleId }: EmittedEvent, context: PlanContext): Effect {
  const command = context.vocabulary.commands.get(type);
  const { target: named, input, missing } = resolveParams(command, params, context);
  if (command === undefined) {
    return { command: type, target: named ?? context.subject, input, ruleId, key: textOfValue(input) };
  }
  const target = named ?? (acceptsSubject(command, context.subject) ? context.subject : undefined);
  const read = command.input.safeParse(input);
  if (!read.success || target === undefined) return needsAPerson(ruleId, missing, context);
  const parsed = read.data as Record<string, unknown>;
  return { command: type, target, input: parsed, ruleId, key: keyOf(command, parsed) };
}

function acceptsSubject({ target }: CommandDefinition, subject: string): boolean {
  const kind = subject.slice(0, Math.max(subject.indexOf(':'), 0)) as SubjectKind;
  return target.includes('any') || target.includes(kind);
}

function needsAPerson(ruleId: string, missing: readonly string[], context: PlanContext): Effect {
  const { command, input } = manualReview(missing, context);
  const definition = context.vocabulary.commands.get(command);
  return {
    command,
    target: context.subject,
    input,
    ruleId,
    key: definition === undefined ? textOfValue(input) : keyOf(definition, input),
  };
}

function keyOf(command: CommandDefinition, input: Record<string, unknown>): string {
  return command.key(input as never);
}
