import type { GateCure, GateReason } from '../../rules-library/contract/gates.ts';
import { gateEventOf } from '../../rules-library/choices/gated-commands.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Decider } from '../decisions/decider.ts';
import type { Actor } from '../door/actor.ts';
import type { Need, Press, Signal, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { factsAround, needsAround } from '../orders/order-documents.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { actorFacts, changeAtGate } from './gate-facts.ts';
import { gatePasses, needsPass, passId, type GatePass } from './gate-pass.ts';
import { curesOf, reasonsOf } from './gate-words.ts';
import { guardedCommands } from './guarded-commands.ts';

/** One button about to be pressed on an order. */
export interface Question {
  /** The press it is asked in: whose decision it becomes. */
  press: Press<never>;
  command: string;
  order: string;
  /** Who would press. */
  actor: Actor;
  /** The order as the press would leave it; undefined where that cannot be told. */
  after: StoredOrder | undefined;
  /** A press uses the order's pass up; asking ahead leaves it. */
  uses: boolean;
}

export interface Asked {
  allow: boolean;
  decision: string;
  /** Why not; empty when it may pass. */
  reasons: GateReason[];
  cures: GateCure[];
  alerts: string[];
  signals: Signal[];
}

/** Rules asked before a button takes effect. Any that denies wins; no rule is no objection. */
export class Gates {
  /** The release a press is asked about under: the one its documents were loaded for. */
  private readonly releases = new WeakMap<object, ActiveRelease | null>();
  private readonly decider: Decider;

  constructor(decider: Decider) {
    this.decider = decider;
  }

  /** Whether a rule in force stands before this button. */
  guard(press: object, command: string): boolean {
    const release = this.releaseOf(press);
    return release !== null && guardedCommands(release).has(command);
  }

  /** What asking reads; nothing for a button no rule stands before. */
  needs(press: object, command: string, order: string, state?: State): Need[] {
    if (state === undefined) this.releases.delete(press);
    if (!this.guard(press, command)) return [];
    const release = this.releaseOf(press);
    if (state === undefined) {
      return [
        { collection: 'orders', ids: [order] },
        needsPass(order, command),
        ...this.decider.needs(release),
      ];
    }
    const found = state.get<StoredOrder>('orders', order);
    if (found === undefined) return [];
    return [
      ...needsAround(found, state.now, this.decider.zone()),
      ...this.decider.needs(release, state, found),
    ];
  }

  /** Decides whether the button may take effect; decision, and what its rules did, are put on the draft. */
  ask({ press, command, order: id, actor, after, uses }: Question, draft: Draft): Asked {
    const release = this.releaseOf(press)!;
    const order = draft.get<StoredOrder>('orders', id)!;
    const zone = this.decider.zone();
    const by = actor.kind === 'person' ? 'person' : 'connector';
    const asked = Object.assign(
      after === undefined ? { 'change.by': by } : changeAtGate(order, after, by, zone),
      actorFacts(actor, vocabulary.commands.get(command)),
    );
    const factsOn = (state: State): Record<string, unknown> =>
      Object.assign(factsAround(state.get<StoredOrder>('orders', id)!, state, zone), asked);
    const event = { type: gateEventOf(command), subject: `order:${id}`, factsOn, index: 0 };
    const decided = this.decider.decideEvent(release, press, event, draft);
    const { id: decision, alerts, signals } = decided;
    const denials = decided.effects.filter((effect) => effect.command === 'deny');
    const allow = denials.length === 0 || this.pass(press, command, id, draft, uses);
    return {
      allow,
      decision,
      reasons: allow ? [] : reasonsOf(denials),
      cures: allow ? [] : curesOf(denials, id, command),
      alerts,
      signals,
    };
  }

  /** Whether somebody has let this order pass once; a press uses that up. */
  private pass(press: Press<never>, command: string, id: string, draft: Draft, uses: boolean): boolean {
    const pass = draft.get<GatePass>(gatePasses, passId(id, command));
    if (pass === undefined) return false;
    if (!uses) return true;
    const label = vocabulary.commands.get(command)?.label ?? { zh: command, en: command };
    const text = {
      zh: `凭 ${pass.byName.zh} 的特批，「${label.zh}」通过关口`,
      en: `"${label.en}" passed the gate on the override of ${pass.byName.en}`,
    };
    const note = { type: 'gate-passed', text, data: { command, pass: pass.press } };
    draft.apply([{ remove: gatePasses, id: pass._id }]);
    draft.apply(changeOrder(draft.get<StoredOrder>('orders', id)!, press, draft.now, [note]).changes);
    return true;
  }

  private releaseOf(press: object): ActiveRelease | null {
    let release = this.releases.get(press);
    if (release === undefined) this.releases.set(press, (release = this.decider.release()));
    return release;
  }
}
