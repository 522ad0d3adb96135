import { joinEffects, type Effect } from '../../runtime/index.ts';
import type { AuditContext } from '../audit/audit-context.ts';
import type { CommandHandler, Opening, Outcome, Press, Signal, State } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { applyEffect, type Applied, type Origin } from './apply-effects.ts';
import type { Decided } from './decide.ts';
import type { StoredEffect } from './decision.ts';
import { keptFacts } from './kept-facts.ts';
import { hasStages, openedStage, stageEntered } from './stages.ts';

/** One judgement of a decision: of the event itself, or of a stage that opened on the way. */
export interface Judged {
  id: string;
  event: string;
  decided: Decided;
  effects: StoredEffect[];
  alerts: string[];
}

export interface Carrying {
  release: ActiveRelease;
  handlers: ReadonlyMap<string, CommandHandler>;
  arrivedAt: number;
  audit: AuditContext;
  /** Who asked for it. */
  requester: Opening['requester'];
  /** Whether a gate is asked. */
  atGate: boolean;
  /** How many alerts that nobody answered led to it. */
  chain?: number | undefined;
  /** Judges these facts; lists and tables are added to them. */
  judge(facts: Record<string, unknown>): Decided;
  /** Lists and tables kept by name, as facts. */
  named: Readonly<Record<string, unknown>>;
  /** All facts of the subject as this state has it, with what the event brought. */
  factsOn(state: State): Record<string, unknown>;
}

interface Pending {
  effect: Effect;
  of: Judged;
}

/** What a decision did, stages included. */
export interface CarriedOut {
  judged: Judged[];
  signals: Signal[];
  needsPerson: boolean;
  /** Exits that opened at once, and are decided behind all this. */
  exits: NonNullable<Outcome['exit']>[];
  /** Approvals a gate asks for, in the order of the rules. */
  approvals: Press[];
}

/**
 * Carries a decision out on the draft, effect by effect. Where a command can fail, the stage behind its port is judged in the same
 * transaction, on the snapshot plus what its own flow has done, and its effects join those not yet run.
 */
export function carryOut(first: Judged, base: string, draft: Draft, carrying: Carrying): CarriedOut {
  const { release, handlers, arrivedAt, audit, requester, atGate, chain } = carrying;
  const judged = [first];
  const signals: Signal[] = [];
  const exits: CarriedOut['exits'] = [];
  const approvals: Press[] = [];
  const run: Pending[] = [];
  const snapshot = hasStages(release) ? draft.changes : [];
  let needsPerson = false;
  let pending: Pending[] = first.decided.planned.effects.map((effect) => ({ effect, of: first }));

  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    run.push(next);
    const id = `p${base}.${run.length}`;
    const applied = applyEffect(next.effect, id, draft, handlers, originOf(next.of));
    take(next.of, applied);
    signals.push(...applied.signals);
    needsPerson ||= applied.needsPerson;
    if (applied.exit !== undefined) exits.push(applied.exit);
    if (applied.approval !== undefined) approvals.push(applied.approval);
    const opened = openedStage(release, applied.effect);
    if (opened !== null) enter(opened, next.of);
  }
  return { judged, signals, needsPerson, exits, approvals };

  function originOf({ id, decided }: Judged): Origin {
    const kept = (flow: string): Record<string, unknown> => keptOf(flow, decided);
    return { decision: id, release, arrivedAt, audit, atGate, chain, opening: { requester, kept } };
  }

  /** Results of a flow's blocks as they were when this was decided: later stages keep them. */
  function keptOf(flow: string, { facts }: Decided): Record<string, unknown> {
    return keptFacts(release, flow, { ...(JSON.parse(facts) as object), ...carrying.named });
  }

  function enter({ stage, flow }: { stage: string; flow: string }, from: Judged): void {
    const facts: Record<string, unknown> = {
      ...carrying.factsOn(stateOf(flow)),
      ...keptOf(flow, from.decided),
      'event.type': stageEntered,
      'event.stage': stage,
    };
    const decided = carrying.judge(facts);
    const joined = joinEffects(
      run.map(({ effect }) => effect),
      pending.map(({ effect }) => effect),
      decided.planned.effects,
    );
    const overridden = [...decided.planned.overridden, ...joined.overridden];
    const one: Judged = {
      id: `d${base}.s${judged.length}`,
      event: stageEntered,
      decided: { ...decided, planned: { ...decided.planned, overridden } },
      effects: [],
      alerts: [],
    };
    judged.push(one);
    const owners = new Map(pending.map(({ effect, of }) => [effect, of]));
    pending = joined.effects.map((effect) => ({ effect, of: owners.get(effect) ?? one }));
  }

  /** The snapshot with the effects of one flow only: no flow sees another's. */
  function stateOf(flow: string): State {
    const view = new Draft(draft.below);
    view.apply(snapshot);
    run
      .filter(({ effect }) => release.sourceMap[effect.ruleId]?.flow === flow)
      .forEach(({ effect, of }, index) => {
        applyEffect(effect, `p${base}.v${index}`, view, handlers, originOf(of));
      });
    return view;
  }
}

function take(judged: Judged, { effect, alerts }: Applied): void {
  judged.effects.push(effect);
  judged.alerts.push(...alerts);
}
