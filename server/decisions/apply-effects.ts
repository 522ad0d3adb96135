import { vocabulary } from '../../rules-library/index.ts';
import type { Effect } from '../../runtime/index.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Actor } from '../door/actor.ts';
import {
  isRefusal,
  type CommandHandler,
  type Opening,
  type Outcome,
  type Press,
  type Refusal,
  type Signal,
} from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { StoredEffect } from './decision.ts';
import { sourceOfRule } from './rule-path.ts';

/** What the effects of one decision did to the draft. */
export interface Applied {
  effects: StoredEffect[];
  alerts: string[];
  signals: Signal[];
  refused: boolean;
  /** Exits that opened at once. */
  exits: NonNullable<Outcome['exit']>[];
}

interface Origin {
  decision: string;
  /** Prefix of the ids of the effects' presses. */
  press: string;
  release: ActiveRelease;
  arrivedAt: number;
  opening: Opening;
}

/**
 * Presses the buttons a decision asks for, one after another on the draft, through their own handlers. No permission, reason
 * or gate: the release carries author and reason. Each leaves its audit entry, a refused one too.
 */
export function applyEffects(
  effects: readonly Effect[],
  draft: Draft,
  handlers: ReadonlyMap<string, CommandHandler>,
  origin: Origin,
): Applied {
  const applied: Applied = { effects: [], alerts: [], signals: [], refused: false, exits: [] };
  effects.forEach((effect, index) => {
    const press = pressOf(effect, `${origin.press}.${index + 1}`, origin);
    const planned = planOf(press, handlers.get(effect.command), draft);
    const { command, target, input, ruleId: rule } = effect;
    if (isRefusal(planned)) {
      applied.refused = true;
      applied.effects.push({ command, target, input, rule, outcome: 'refused', code: planned.refused.code });
    } else {
      draft.apply(planned.changes);
      applied.alerts.push(...(planned.alerts ?? []));
      applied.signals.push(...(planned.signals ?? []));
      if (planned.exit !== undefined) applied.exits.push(planned.exit);
      applied.effects.push({ command, target, input, rule, outcome: 'done' });
    }
    if (press !== null) {
      const outcome = isRefusal(planned) ? planned : { ...planned, decision: origin.decision };
      draft.apply([auditEntry(press, outcome, draft.now)]);
    }
  });
  return applied;
}

const notPossible: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '这个动作现在做不了', en: 'This action cannot be done now' },
  },
};

/** A handler that fails is a mistake of ours, never a reason to lose the order: it counts as refused. */
function planOf(press: Press | null, handler: CommandHandler | undefined, draft: Draft): Outcome | Refusal {
  if (press === null || handler === undefined) return notPossible;
  try {
    return handler.plan(press as Press<never>, draft);
  } catch {
    return notPossible;
  }
}

function pressOf(effect: Effect, id: string, origin: Origin): Press | null {
  const command = vocabulary.commands.get(effect.command);
  const colon = effect.target.indexOf(':');
  if (command === undefined || colon < 1) return null;
  const source = sourceOfRule(origin.release, effect.ruleId);
  return {
    id,
    command,
    target: { kind: effect.target.slice(0, colon), id: effect.target.slice(colon + 1) },
    input: effect.input,
    actor: ruleActor(origin.release, source, effect.ruleId),
    key: `${origin.decision}|${effect.ruleId}|${effect.target}`,
    reason: null,
    voucher: null,
    arrivedAt: origin.arrivedAt,
    cause: {
      decision: origin.decision,
      source: source === null ? null : { ...source, decision: origin.decision },
      opening: origin.opening,
    },
  };
}

function ruleActor(release: ActiveRelease, source: ReturnType<typeof sourceOfRule>, rule: string): Actor {
  return {
    kind: 'rule',
    id: `rule:${release.number}/${source === null ? rule : `${source.flow}/${source.node}`}`,
    name: source?.flowName ?? { zh: '规则', en: 'Rule' },
    roles: [],
    warehouse: null,
  };
}
