import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import { defineHandler, isRefusal, type Refusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import type { StoredOrder } from '../orders/order.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { originOf } from '../stages/stage-origin.ts';
import { openApproval } from './open-approval.ts';

/** For a rule: asks people to approve. With every step left out it is approved at once, and the flow goes on. */
export const openApprovalHandler = defineHandler<{ steps: AskedStep[] }>({
  name: 'open-approval',
  needs: (press) => (press.target?.kind === 'order' ? needsOrder(press) : []),
  plan(press, state) {
    const origin = originOf(press);
    if (origin === null || press.target === null) return onlyRules;
    const { kind, id } = press.target;
    const found = kind === 'order' ? openOrder(press, state) : null;
    if (found !== null && isRefusal(found)) return found;
    const draft = new Draft(state);
    const { steps } = press.input;
    const subject = `${kind}:${id}`;
    const { approval, text } = openApproval({ press, origin, subject, order: found?.order, steps }, draft);
    const order = draft.get<StoredOrder>('orders', approval.order ?? '');
    return {
      changes: draft.changes,
      result: { approval: approval._id, state: approval.state },
      text,
      signals: [...(order === undefined ? [] : [orderSignal(order)]), { name: 'alerts.waiting', data: {} }],
      ...(approval.open ? {} : { exit: { origin, port: 'approved' } }),
    };
  },
});

export const onlyRules: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '只有规则流能发起', en: 'Only a flow can ask for this' },
  },
};
