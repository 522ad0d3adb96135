import { openApproval } from '../../rules-library/commands/open-approval.command.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Effect } from '../../runtime/index.ts';
import type { AuditContext } from '../audit/audit-context.ts';
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
import { canFail } from './stages.ts';
import { isVerdict } from './verdict.ts';

/** What one effect did to the draft. */
export interface Applied {
  effect: StoredEffect;
  alerts: readonly string[];
  signals: readonly Signal[];
  /** It was refused, and has no port that says so: a matter for a person. */
  needsPerson: boolean;
  /** An exit that opened at once. */
  exit?: Outcome['exit'];
  /** An approval asked for under a gate: the press that would open it, for whoever asked the gate. */
  approval?: Press;
}

export interface Origin {
  decision: string;
  release: ActiveRelease;
  arrivedAt: number;
  opening: Opening;
  /** A gate is asked: an approval stands before the button, it does not open by itself. */
  atGate: boolean;
  /** Of the press it came with. */
  audit: AuditContext;
  /** How many alerts that nobody answered led to it. */
  chain?: number | undefined;
}

/**
 * Presses a button a decision asks for on the draft, through its own handler. No permission, reason or gate: the release carries
 * author and reason. It leaves its audit entry, a refused one too. What a gate is told is no button: it is written down for
 * whoever asked.
 *
 * @param id of the press
 */
export function applyEffect(
  { command, target, input, ruleId: rule, ...rest }: Effect,
  id: string,
  draft: Draft,
  handlers: ReadonlyMap<string, CommandHandler>,
  origin: Origin,
): Applied {
  if (isVerdict(command)) {
    const effect: StoredEffect = { command, target, input, rule, outcome: 'done' };
    return { effect, alerts: [], signals: [], needsPerson: false };
  }
  const press = pressOf({ command, target, input, ruleId: rule, ...rest }, id, origin);
  if (origin.atGate && press !== null && command === openApproval.name) {
    const effect: StoredEffect = { command, target, input, rule, outcome: 'done' };
    return { effect, alerts: [], signals: [], needsPerson: false, approval: press };
  }
  const planned = planOf(press, handlers.get(command), draft);
  const refused = isRefusal(planned);
  if (!refused) draft.apply(planned.changes);
  if (press !== null) {
    const outcome = refused ? planned : { ...planned, decision: origin.decision };
    draft.apply([auditEntry(press, outcome, draft.now)]);
  }
  const ported = canFail(command);
  const port = refused ? 'impossible' : (planned.port ?? 'done');
  return {
    effect: {
      command,
      target,
      input,
      rule,
      ...(refused ? { outcome: 'refused', code: planned.refused.code } : { outcome: 'done' }),
      ...(ported ? { port } : {}),
    },
    alerts: refused ? [] : (planned.alerts ?? []),
    signals: refused ? [] : (planned.signals ?? []),
    needsPerson: refused && !ported,
    ...(refused || planned.exit === undefined ? {} : { exit: planned.exit }),
  };
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
    audit: { ...origin.audit, release: () => origin.release.number },
    cause: {
      decision: origin.decision,
      source: source === null ? null : { ...source, decision: origin.decision },
      opening: origin.opening,
      ...(origin.chain === undefined ? {} : { chain: origin.chain }),
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
