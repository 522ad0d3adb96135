import type { z } from 'zod';
import type { alertButtonSchema } from '../../rules-library/commands/raise-alert.command.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, type Change, type Press } from '../door/handler.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { Recipient, StoredAlert } from './alert.ts';
import { groupId } from './alert-groups.ts';
import { born } from './life.ts';
import { roomsTo } from './rooms-to.ts';

/** What an alert says, and to whom. */
export interface RaisedAlert {
  kind: string;
  level: StoredAlert['level'];
  to: Recipient[];
  text: Text | string;
  buttons?: z.infer<typeof alertButtonSchema>[];
  answerWithin?: number;
  thenTo?: Recipient[];
  groupBy?: string;
}

/**
 * Puts one sentence on the way to the rooms of whoever can act; numbered and announced right after the commit. One that is
 * counted together with others is looked at first, right after the commit too: only then it is known whether it is news.
 */
export const raiseAlertHandler = defineHandler<RaisedAlert>({
  name: 'raise-alert',
  needs: ({ target }) => (target?.kind === 'order' ? [{ collection: 'orders', ids: [target.id] }] : []),
  plan(press, state) {
    const { input, target } = press;
    const order = target?.kind === 'order' ? state.get<StoredOrder>('orders', target.id) : undefined;
    const text = typeof input.text === 'string' ? { zh: input.text, en: input.text } : input.text;
    const rooms = roomsTo(input.to);
    const grouped = input.groupBy !== undefined;
    const alert: StoredAlert = {
      _id: `a${press.id.slice(1)}`,
      rev: 0,
      kind: input.kind,
      level: input.level,
      text,
      at: state.now,
      rooms,
      // About nothing in particular: the company has no number people know it by.
      subject:
        target === null || target.kind === 'company'
          ? null
          : { ...target, label: order?.externalId ?? target.id },
      order: order?._id ?? null,
      source: press.cause?.source ?? null,
      buttons: buttonsOf(press),
      warehouse: input.to.find(({ warehouse }) => warehouse !== undefined)?.warehouse ?? null,
      state: 'raised',
      open: true,
      acknowledgedBy: null,
      acknowledgedAt: null,
      news: grouped ? [] : ['alert.raised'],
      sequenced: grouped,
      arrivedAt: press.arrivedAt ?? state.now,
      ...born(state.now, input),
      ...(input.groupBy === undefined
        ? {}
        : { group: groupId({ kind: input.kind, rooms }, input.groupBy), grouping: true }),
      ...(press.cause?.chain === undefined ? {} : { chain: press.cause.chain }),
    };
    const changes: Change[] = [{ put: 'alerts', document: alert }];
    if (order !== undefined) {
      const decision = press.cause?.decision ?? null;
      const note = { type: 'alert-raised', text, decision, data: { alert: alert._id, kind: alert.kind } };
      const counted = { ...order, alerts: order.alerts + 1 };
      changes.push(...changeOrder(counted, press, state.now, [note]).changes);
    }
    return {
      changes,
      result: { alert: alert._id },
      text: { zh: `已发出预警：${text.zh}`, en: `Alert raised: ${text.en}` },
      alerts: [alert._id],
      signals: [{ name: grouped ? 'alerts.grouping' : 'alerts.waiting', data: {} }],
    };
  },
});

/** Buttons this build has, each on the alert's own subject unless it names another. */
function buttonsOf({ input, target }: Press<RaisedAlert>): StoredAlert['buttons'] {
  return (input.buttons ?? []).flatMap((button) => {
    const command = vocabulary.commands.get(button.name);
    const on = button.target ?? (target === null ? undefined : `${target.kind}:${target.id}`);
    if (command === undefined || on === undefined) return [];
    return [{ name: button.name, label: command.label, target: on, input: button.input ?? {} }];
  });
}
