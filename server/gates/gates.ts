import type { GateCure, GateReason } from '../../rules-library/contract/gates.ts';
import { gateEventOf } from '../../rules-library/choices/gated-commands.ts';
import type { Decider } from '../decisions/decider.ts';
import type { Need, Press, Signal, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { factsAround, needsAround } from '../orders/order-documents.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { actorFacts, changeAtGate } from './gate-facts.ts';
import { gatePasses, needsPass, passOf } from './gate-pass.ts';
import { curesOf, reasonsOf } from './gate-words.ts';
import { guardedCommands } from './guarded-commands.ts';

/** One button about to be pressed on an order. */
export interface Question {
  /** The press it is asked in: whose decision it becomes. */
  press: Press<never>;
  /** The press that is asked about: the same, or one that is only meant. */
  meant: Press;
  order: string;
  /** The order as the press would leave it; undefined where that cannot be told. */
  after: StoredOrder | undefined;
  /** A press uses the order's pass up; asking ahead leaves it. */
  uses: boolean;
}

export interface Asked {
  allow: boolean;
  decision: string;
  /** Why not; empty when it may pass, or only approvals stand before it. */
  reasons: GateReason[];
  cures: GateCure[];
  /** What has to be approved first, where nothing denies it: the presses that would open the approvals. */
  approvals: Press[];
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
  needs(press: object, meant: Press, order: string, state?: State): Need[] {
    if (state === undefined) this.releases.delete(press);
    if (!this.guard(press, meant.command.name)) return [];
    const release = this.releaseOf(press);
    if (state === undefined) {
      return [
        { collection: 'orders', ids: [order] },
        needsPass(order, meant),
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
  ask({ press, meant, order: id, after, uses }: Question, draft: Draft): Asked {
    const { actor } = meant;
    const command = meant.command.name;
    const release = this.releaseOf(press)!;
    const order = draft.get<StoredOrder>('orders', id)!;
    const zone = this.decider.zone();
    const by = actor.kind === 'person' ? 'person' : 'connector';
    const asked = Object.assign(
      after === undefined ? { 'change.by': by } : changeAtGate(order, after, by, zone),
      actorFacts(actor, meant.command),
    );
    const factsOn = (state: State): Record<string, unknown> =>
      Object.assign(factsAround(state.get<StoredOrder>('orders', id)!, state, zone), asked);
    const event = { type: gateEventOf(command), subject: `order:${id}`, factsOn, index: 0 };
    const decided = this.decider.decideEvent(release, press, event, draft);
    const { id: decision, alerts, signals } = decided;
    const denials = decided.effects.filter((effect) => effect.command === 'deny');
    const isFree = denials.length === 0 && decided.approvals.length === 0;
    const allow = isFree || this.pass(press, meant, { id, isDenied: denials.length > 0, uses }, draft);
    return {
      allow,
      decision,
      reasons: allow ? [] : reasonsOf(denials),
      cures: allow || denials.length === 0 ? [] : curesOf(denials, id, command),
      approvals: allow || denials.length > 0 ? [] : decided.approvals,
      alerts,
      signals,
    };
  }

  /** Whether somebody has let this press pass once; pressing uses that up. */
  private pass(
    press: Press<never>,
    meant: Press,
    { id, isDenied, uses }: { id: string; isDenied: boolean; uses: boolean },
    draft: Draft,
  ): boolean {
    const pass = passOf(draft.get<StoredOrder>('orders', id)!, meant, isDenied, draft);
    if (pass === undefined) return false;
    if (!uses) return true;
    const { label, name: command } = meant.command;
    const [zh, en] = pass.plan === null ? ['特批', 'override'] : ['批准', 'approval'];
    const text = {
      zh: `凭 ${pass.byName.zh} 的${zh}，「${label.zh}」通过关口`,
      en: `"${label.en}" passed the gate on the ${en} of ${pass.byName.en}`,
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
