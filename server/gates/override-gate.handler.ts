import { vocabulary } from '../../rules-library/index.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { orderChanged, unchanged } from '../orders/changed.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { gatePasses, passId, type GatePass } from './gate-pass.ts';

/** Lets one button pass its gates once for this order; reason and voucher are the door's to ask for. */
export const overrideGateHandler = defineHandler<{ gate: string }>({
  name: 'override-gate',
  needs: (press) => [
    ...needsOrder(press),
    ...(press.target === null
      ? []
      : [{ collection: gatePasses, ids: [passId(press.target.id, press.input.gate)] }]),
  ],
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { gate: command } = press.input;
    const label = vocabulary.commands.get(command)?.label ?? { zh: command, en: command };
    const known = state.get<GatePass>(gatePasses, passId(order._id, command));
    if (known !== undefined) {
      return unchanged(order, {
        zh: `「${label.zh}」已由 ${known.byName.zh} 特批，还没用`,
        en: `"${label.en}" was let pass by ${known.byName.en} already and not used yet`,
      });
    }
    const pass: GatePass = {
      _id: passId(order._id, command),
      rev: 0,
      order: order._id,
      command,
      by: press.actor.id,
      byName: press.actor.name,
      at: state.now,
      press: press.id,
      plan: null,
    };
    return orderChanged({
      after: order,
      note: {
        type: 'gate-overridden',
        text: { zh: `特批放行一次：${label.zh}`, en: `Let pass once: ${label.en}` },
        data: { command },
      },
      press,
      state,
      result: { gate: command },
      audit: { after: { gate: command } },
      more: [{ put: gatePasses, document: pass }],
    });
  },
});
