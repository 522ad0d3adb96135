import { gatedCommands } from '../../rules-library/choices/gated-commands.ts';
import type { Actor } from '../door/actor.ts';
import {
  isRefusal,
  type CommandHandler,
  type Outcome,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { Asked, Gates } from './gates.ts';
import { curesOf, reasonsOf, stoppedText } from './gate-words.ts';
import { park, pendingText, waitingFor, type ParkingTools } from './parking.ts';

const gated = new Set(gatedCommands.map(({ value }) => value));

/**
 * The handler behind its gates: what a person or a system presses is asked about in the same transaction, on the snapshot it
 * acts on. First it is planned: what cannot be pressed anyway says why itself, what changes nothing needs no leave, and else
 * the plan tells the gates what it would change. Where an approval stands before it, the press is parked. A rule's effects do not
 * come this way.
 */
export function guarded(handler: CommandHandler, gates: Gates, tools: ParkingTools): CommandHandler {
  if (!gated.has(handler.name)) return handler;
  return {
    ...handler,
    needs(press, state) {
      const order = askedOrder(press);
      const own = handler.needs(press, state);
      return order === null ? own : [...own, ...gates.needs(press, press, order, state)];
    },
    plan(press, state) {
      const planned = handler.plan(press, state);
      const order = askedOrder(press);
      if (order === null || isRefusal(planned) || planned.changes.length === 0) return planned;
      if (!gates.guard(press, handler.name)) return planned;
      const waiting = waitingFor(order, press, false, state);
      if (waiting !== undefined) return waitsAlready(press, waiting._id);
      const draft = new Draft(state);
      const after = orderAfter(order, planned, state);
      const asked = gates.ask({ press, meant: press, order, after, uses: true }, draft);
      if (asked.allow) return passed(handler.plan(press, draft), asked, draft);
      if (asked.approvals.length === 0) return stopped(press, asked, draft);
      const { open, denials, decided } = park(
        { press, meant: press, asked, isQuestion: false, audit: planned.audit },
        tools,
        draft,
      );
      const sum: Asked = {
        ...asked,
        reasons: reasonsOf(denials),
        cures: denials.length === 0 ? [] : curesOf(denials, order, handler.name),
        alerts: [...asked.alerts, ...decided.flatMap(({ alerts }) => alerts)],
        signals: [...asked.signals, ...decided.flatMap(({ signals }) => signals)],
      };
      if (open === null)
        return denials.length > 0
          ? stopped(press, sum, draft)
          : passed(handler.plan(press, draft), sum, draft);
      return {
        changes: draft.changes,
        result: { order },
        text: pendingText(press.command.label, open),
        pending: { approval: open._id },
        decision: sum.decision,
        alerts: sum.alerts,
        signals: [
          ...sum.signals.filter(({ name }) => name !== 'order.changed'),
          orderSignal(draft.get<StoredOrder>('orders', order)!),
          { name: 'alerts.waiting', data: {} },
        ],
      };
    },
  };
}

/** The order whose button is pressed by somebody who is asked for leave. */
function askedOrder({ target, actor }: Press<never>): string | null {
  return target?.kind === 'order' && isAsked(actor) ? target.id : null;
}

function isAsked({ kind }: Actor): boolean {
  return kind === 'person' || kind === 'connector';
}

/** The order as the plan would leave it. */
export function orderAfter(id: string, { changes }: Outcome, state: State): StoredOrder | undefined {
  const draft = new Draft(state);
  draft.apply(changes);
  return draft.get<StoredOrder>('orders', id);
}

function waitsAlready({ command }: Press<never>, approval: string): Refusal {
  const text = {
    zh: `同样的「${command.label.zh}」已经在等审批`,
    en: `The same "${command.label.en}" awaits approval already`,
  };
  const reasons = [{ code: 'awaiting-approval', text, rule: null }];
  return { refused: { code: 'refused', message: text, details: { approval, reasons, cures: [] } } };
}

function stopped({ command }: Press<never>, asked: Asked, draft: Draft): Refusal {
  const { decision, reasons, cures } = asked;
  return {
    refused: {
      code: 'refused',
      message: stoppedText(command.label, reasons),
      details: { decision, reasons, cures },
      decision,
    },
    changes: draft.changes,
    signals: asked.signals,
  };
}

/** The press planned on top of what the gate's rules did; the decision is kept whatever becomes of it. */
function passed(planned: Outcome | Refusal, asked: Asked, draft: Draft): Outcome | Refusal {
  draft.apply(planned.changes ?? []);
  const signals = [...asked.signals, ...(planned.signals ?? [])];
  if (isRefusal(planned)) {
    const refused = { ...planned.refused, decision: asked.decision };
    return { refused, changes: draft.changes, signals };
  }
  return {
    ...planned,
    changes: draft.changes,
    decision: planned.decision ?? asked.decision,
    alerts: [...asked.alerts, ...(planned.alerts ?? [])],
    signals,
  };
}
