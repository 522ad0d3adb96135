import type { z } from 'zod';
import type { alertButtonSchema, recipientSchema } from '../../rules-library/commands/raise-alert.command.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, type Change, type Press } from '../door/handler.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { StoredAlert } from './alert.ts';

interface Input {
  kind: string;
  level: StoredAlert['level'];
  to: z.infer<typeof recipientSchema>[];
  text: Text | string;
  buttons?: z.infer<typeof alertButtonSchema>[];
}

/** Puts one sentence on the way to the rooms of whoever can act; numbered and announced right after the commit. */
export const raiseAlertHandler = defineHandler<Input>({
  name: 'raise-alert',
  needs: ({ target }) => (target?.kind === 'order' ? [{ collection: 'orders', ids: [target.id] }] : []),
  plan(press, state) {
    const { input, target } = press;
    const order = target?.kind === 'order' ? state.get<StoredOrder>('orders', target.id) : undefined;
    const text = typeof input.text === 'string' ? { zh: input.text, en: input.text } : input.text;
    const alert: StoredAlert = {
      _id: `a${press.id.slice(1)}`,
      rev: 0,
      kind: input.kind,
      level: input.level,
      text,
      at: state.now,
      rooms: roomsTo(input.to),
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
      news: ['alert.raised'],
      sequenced: false,
      arrivedAt: press.arrivedAt ?? state.now,
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
      signals: [{ name: 'alerts.waiting', data: {} }],
    };
  },
});

/** A role of one warehouse is heard in the warehouse's room. */
function roomsTo(to: Input['to']): string[] {
  const rooms = to.flatMap(({ role, person, warehouse }) => [
    ...(warehouse === undefined ? [] : [`warehouse:${warehouse}`]),
    ...(role === undefined || warehouse !== undefined ? [] : [`role:${role}`]),
    ...(person === undefined ? [] : [person.startsWith('person:') ? person : `person:${person}`]),
  ]);
  return [...new Set(rooms.length === 0 ? ['role:operations'] : rooms)].sort();
}

/** Buttons this build has, each on the alert's own subject unless it names another. */
function buttonsOf({ input, target }: Press<Input>): StoredAlert['buttons'] {
  return (input.buttons ?? []).flatMap((button) => {
    const command = vocabulary.commands.get(button.name);
    const on = button.target ?? (target === null ? undefined : `${target.kind}:${target.id}`);
    if (command === undefined || on === undefined) return [];
    return [{ name: button.name, label: command.label, target: on, input: button.input ?? {} }];
  });
}
