import type { z } from 'zod';
import type { askedForSchema } from '../../rules-library/commands/ask-gate.command.ts';
import type { GateAnswer } from '../../rules-library/contract/gates.ts';
import { askGate } from '../../rules-library/commands/ask-gate.command.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { buttonLabel } from '../audit/audit-words.ts';
import type { StoredApproval } from '../approvals/approval.ts';
import type { Actor } from '../door/actor.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Need,
  type Outcome,
  type Press,
  type Refusal,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { issuesOf } from '../http/validate.ts';
import type { StoredOrder } from '../orders/order.ts';
import { orderAfter } from './guarded.ts';
import { curesOf, reasonsOf, stoppedText } from './gate-words.ts';
import type { Gates } from './gates.ts';
import { park, pendingText, waitingFor, type ParkingTools } from './parking.ts';

interface Input {
  command: string;
  input?: Record<string, unknown>;
  actor?: z.output<typeof askedForSchema>;
}

/**
 * Answers whether a button may be pressed now, without pressing it: for systems that act elsewhere. The decision is kept and
 * its other rules run; a pass the order has is not used up. `handlers` are those behind the gates.
 */
export function askGateHandler(
  handlers: readonly CommandHandler[],
  gates: Gates,
  tools: ParkingTools,
): CommandHandler {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  const presses = new WeakMap<Press<Input>, Press | null | Refusal>();
  const meantBy = (press: Press<Input>): Press | null | Refusal => {
    let meant = presses.get(press);
    if (meant === undefined) presses.set(press, (meant = readPress(press)));
    return meant;
  };

  return defineHandler<Input>({
    name: 'ask-gate',
    needs(press, state): Need[] {
      const meant = meantBy(press);
      const { command } = press.input;
      const order = press.target!.id;
      const asking = gates.needs(press, meantOr(press, meant), order, state);
      const own: Need[] =
        meant === null || isRefusal(meant)
          ? [{ collection: 'orders', ids: [order] }]
          : (byName.get(command)?.needs(meant as Press<never>, state) ?? []);
      return [{ collection: 'orders', ids: [order] }, ...own, ...asking];
    },
    plan(press, state) {
      const meant = meantBy(press);
      if (meant !== null && isRefusal(meant)) return meant;
      const { command } = press.input;
      const label = buttonLabel(command);
      const order = state.get<StoredOrder>('orders', press.target!.id);
      if (order === undefined) return noSuchOrder;
      const planned =
        meant === null ? null : (byName.get(command)?.plan(meant as Press<never>, state) ?? null);
      if (planned !== null && isRefusal(planned)) {
        const { code, message: text } = planned.refused;
        return told({ allow: false, decision: null, reasons: [{ code, text, rule: null }], cures: [] }, text);
      }
      if (!gates.guard(press, command)) {
        return told({ allow: true, decision: null, reasons: [], cures: [] }, mayPass(label));
      }
      const asks = meantOr(press, meant);
      const waiting = waitingFor(order._id, asks, true, state);
      if (waiting !== undefined) return pending(waiting, asks);
      const draft = new Draft(state);
      const after = planned === null ? undefined : orderAfter(order._id, planned, state);
      const asked = gates.ask(
        { press: press as Press<never>, meant: asks, order: order._id, after, uses: false },
        draft,
      );
      const { decision } = asked;
      const parked =
        asked.approvals.length === 0
          ? null
          : park({ press, meant: asks, asked, isQuestion: true, audit: planned?.audit }, tools, draft);
      const decided = parked?.decided ?? [];
      const more = {
        changes: draft.changes,
        decision,
        alerts: [...asked.alerts, ...decided.flatMap(({ alerts }) => alerts)],
        signals: [
          ...asked.signals,
          ...decided.flatMap(({ signals }) => signals),
          { name: 'alerts.waiting', data: {} },
        ],
      };
      if (parked !== null && parked.open !== null) return { ...pending(parked.open, asks), ...more };
      const denials = parked?.denials ?? [];
      const allow = parked === null ? asked.allow : denials.length === 0;
      const reasons = [...asked.reasons, ...reasonsOf(denials)];
      const cures = denials.length === 0 ? asked.cures : curesOf(denials, order._id, command);
      const text = allow ? mayPass(label) : stoppedText(label, reasons);
      return { ...told({ allow, decision, reasons, cures }, text), ...more };
    },
  });
}

/** The press that is meant, as far as it is told; null where its plan cannot be made. */
function readPress(press: Press<Input>): Press | null | Refusal {
  const command = vocabulary.commands.get(press.input.command);
  const input = press.input.input;
  const read = command?.input.safeParse(input ?? {}, { reportInput: true });
  if (command === undefined || read === undefined) return null;
  if (!read.success) {
    if (input === undefined) return null;
    const [issue] = issuesOf(read.error);
    return {
      refused: {
        code: 'bad-input',
        message: issue?.message ?? { zh: '内容不对', en: 'The content is not as required' },
        path: issue === undefined || issue.path === '' ? 'input' : `input.${issue.path}`,
      },
    };
  }
  return { ...press, command, input: read.data, actor: actorOf(press) };
}

/** What is asked about, also where its plan cannot be made. */
function meantOr(press: Press<Input>, meant: Press | null | Refusal): Press {
  if (meant !== null && !isRefusal(meant)) return meant;
  const command = vocabulary.commands.get(press.input.command) ?? commandNotHere(press.input.command);
  return { ...press, command, input: press.input.input ?? {}, actor: actorOf(press) };
}

/** A button this build does not have, of which only the name is known. */
function commandNotHere(name: string): Press['command'] {
  return { ...askGate, name, label: buttonLabel(name) };
}

/** An approval stands before it: whoever acts elsewhere asks again once it is given. */
function pending(approval: StoredApproval, meant: Press): Outcome {
  const text = pendingText(meant.command.label, approval);
  const reasons = [{ code: 'awaiting-approval', text, rule: null }];
  const decision = approval.origin?.decision ?? null;
  return told({ allow: false, pending: { approval: approval._id }, decision, reasons, cures: [] }, text);
}

/** Who would press: whom the asker names, else the asker. */
function actorOf({ actor, input }: Press<Input>): Actor {
  if (input.actor === undefined) return actor;
  const { role, warehouse } = input.actor;
  return { ...actor, roles: role === undefined ? [] : [role], warehouse: warehouse ?? null };
}

function told(answer: GateAnswer, text: Outcome['text']): Outcome {
  return { changes: [], result: { ...answer }, text, alerts: [], audit: { after: { allow: answer.allow } } };
}

function mayPass(label: Outcome['text']): Outcome['text'] {
  return { zh: `「${label.zh}」可以按`, en: `"${label.en}" may be pressed` };
}

const noSuchOrder: Refusal = {
  refused: {
    code: 'not-found',
    path: 'target',
    message: { zh: '没有找到这张订单，请检查编号', en: 'There is no such order; check its id' },
  },
};
