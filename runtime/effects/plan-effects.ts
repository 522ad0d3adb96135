import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { effectOrder } from './effect-order.ts';
import { resolveParams } from './resolve-params.ts';

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

/**
 * Events of a decision → effects in their fixed order of kinds, then in the order of the events (season, flow rank, rule).
 * The same command on the same target with the same input takes place once; with another input under the same key the
 * first wins. A hold or denial beats a release. An effect that needs data that is not there becomes a hold.
 */
export function planEffects(events: readonly EmittedEvent[], context: PlanContext): PlannedEffects {
  const wished = events.flatMap((event) => effectOf(event, context));
  wished.sort((a, b) => effectOrder(a.command) - effectOrder(b.command));
  const effects: Effect[] = [];
  const overridden: Overridden[] = [];
  const taken = new Map<string, Effect>();
  const stops = wished.find(({ command }) => command === 'hold-order' || command === 'deny');
  for (const effect of wished) {
    const slot = JSON.stringify([effect.command, effect.target, effect.key]);
    const first = taken.get(slot);
    if (first !== undefined) {
      if (JSON.stringify(first.input) !== JSON.stringify(effect.input))
        overridden.push({ ...effect, by: first.ruleId });
      continue;
    }
    if (effect.command === 'release-order' && stops !== undefined) {
      overridden.push({ ...effect, by: stops.ruleId });
      continue;
    }
    taken.set(slot, effect);
    effects.push(effect);
  }
  return { effects, overridden };
}

function effectOf(event: EmittedEvent, context: PlanContext): Effect[] {
  const command = context.vocabulary.commands.get(event.type);
  if (command === undefined) return [];
  const target = typeof event.params.target === 'string' ? event.params.target : context.subject;
  const { input, missing } = resolveParams(command, event.params, context);
  const read = command.input.safeParse(input);
  if (read.success) {
    const parsed = read.data as Record<string, unknown>;
    return [
      { command: event.type, target, input: parsed, ruleId: event.ruleId, key: keyOf(command, parsed) },
    ];
  }
  return needsAPerson(event.ruleId, missing, context);
}

/** A required param is missing: the order waits for a person. */
function needsAPerson(ruleId: string, missing: readonly string[], context: PlanContext): Effect[] {
  if (!context.subject.startsWith('order:')) {
    const input = {
      kind: 'manual-review',
      level: 'warn',
      to: [{ role: 'operations' }],
      text: {
        zh: `规则的动作缺少数据${missing.length > 0 ? `(${missing.join('、')})` : ''},请人工处理`,
        en: `An action of a rule lacks data${missing.length > 0 ? ` (${missing.join(', ')})` : ''}; please decide`,
      },
    };
    return [
      {
        command: 'raise-alert',
        target: context.subject,
        input,
        ruleId,
        key: keyOf(context.vocabulary.commands.get('raise-alert')!, input),
      },
    ];
  }
  const input = { code: 'manual-review' };
  return [
    {
      command: 'hold-order',
      target: context.subject,
      input,
      ruleId,
      key: keyOf(context.vocabulary.commands.get('hold-order')!, input),
    },
  ];
}

function keyOf(command: CommandDefinition, input: Record<string, unknown>): string {
  return command.key(input as never);
}
