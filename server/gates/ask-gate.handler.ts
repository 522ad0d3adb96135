import type { z } from 'zod';
import type { askedForSchema } from '../../rules-library/commands/ask-gate.command.ts';
import type { GateAnswer } from '../../rules-library/contract/gates.ts';
import { vocabulary } from '../../rules-library/index.ts';
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
import { stoppedText } from './gate-words.ts';
import type { Gates } from './gates.ts';

interface Input {
  command: string;
  input?: Record<string, unknown>;
  actor?: z.output<typeof askedForSchema>;
}

/**
 * Answers whether a button may be pressed now, without pressing it: for systems that act elsewhere. The decision is kept and
 * its other rules run; a pass the order has is not used up. `handlers` are those behind the gates.
 */
export function askGateHandler(handlers: readonly CommandHandler[], gates: Gates): CommandHandler {
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
      const asking = gates.needs(press, command, order, state);
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
      const label = vocabulary.commands.get(command)?.label ?? { zh: command, en: command };
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
      const draft = new Draft(state);
      const after = planned === null ? undefined : orderAfter(order._id, planned, state);
      const actor = actorOf(press);
      const asked = gates.ask(
        { press: press as Press<never>, command, order: order._id, actor, after, uses: false },
        draft,
      );
      const { allow, decision, reasons, cures, alerts, signals } = asked;
      const text = allow ? mayPass(label) : stoppedText(label, reasons);
      return {
        ...told({ allow, decision, reasons, cures }, text),
        changes: draft.changes,
        decision,
        alerts,
        signals,
      };
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
