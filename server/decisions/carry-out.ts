import { joinEffects, type Effect } from '../../runtime/index.ts';
import type { AuditContext } from '../audit/audit-context.ts';
import type { CommandHandler, Signal, State } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { applyEffect, type Applied } from './apply-effects.ts';
import type { Decided } from './decide.ts';
import type { StoredEffect } from './decision.ts';
import { hasStages, openedStage, resultsOf, stageEntered } from './stages.ts';

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
  /** How many alerts that nobody answered led to it. */
  chain?: number | undefined;
  /** Judges these facts; lists are added to them. */
  judge(facts: Record<string, unknown>): Decided;
  /** Entries of lists by fact id. */
  lists: Readonly<Record<string, unknown>>;
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
}

/**
 * Carries a decision out on the draft, effect by effect. Where a command can fail, the stage behind its port is judged in the same
 * transaction, on the snapshot plus what its own flow has done, and its effects join those not yet run.
 */
export function carryOut(first: Judged, base: string, draft: Draft, carrying: Carrying): CarriedOut {
  const { release, handlers, arrivedAt, audit, chain } = carrying;
  const judged = [first];
  const signals: Signal[] = [];
  const run: Pending[] = [];
  const snapshot = hasStages(release) ? draft.changes : [];
  let needsPerson = false;
  let pending: Pending[] = first.decided.planned.effects.map((effect) => ({ effect, of: first }));

  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    run.push(next);
    const origin = { decision: next.of.id, release, arrivedAt, audit, chain };
    const applied = applyEffect(next.effect, `p${base}.${run.length}`, draft, handlers, origin);
    take(next.of, applied);
    signals.push(...applied.signals);
    needsPerson ||= applied.needsPerson;
    const opened = openedStage(release, applied.effect);
    if (opened !== null) enter(opened, next.of);
  }
  return { judged, signals, needsPerson };

  function enter({ stage, flow }: { stage: string; flow: string }, from: Judged): void {
    const facts: Record<string, unknown> = {
      ...carrying.factsOn(stateOf(flow)),
      ...resultsOf(release, flow, { ...(JSON.parse(from.decided.facts) as object), ...carrying.lists }),
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
        applyEffect(effect, `p${base}.v${index}`, view, handlers, {
          decision: of.id,
          release,
          arrivedAt,
          audit,
          chain,
        });
      });
    return view;
  }
}

function take(judged: Judged, { effect, alerts }: Applied): void {
  judged.effects.push(effect);
  judged.alerts.push(...alerts);
}
