import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import { defineHandler, isRefusal, type Press, type Refusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import type { StoredOrder } from '../orders/order.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { originOf, type StageOrigin } from '../stages/stage-origin.ts';
import type { StoredApproval } from './approval.ts';
import { beginSteps, openStep } from './approval-steps.ts';
import { keepApproval } from './keep-approval.ts';
import { planHash } from './plan-hash.ts';
import { whoWords } from './who-may.ts';

/** For a rule: asks people to approve. With every step left out it is approved at once, and the flow goes on. */
export const openApprovalHandler = defineHandler<{ steps: AskedStep[] }>({
  name: 'open-approval',
  needs: (press) => (press.target?.kind === 'order' ? needsOrder(press) : []),
  plan(press, state) {
    const origin = originOf(press);
    if (origin === null || press.target === null) return onlyRules;
    const isOrder = press.target.kind === 'order';
    const found = isOrder ? openOrder(press, state) : null;
    if (found !== null && isRefusal(found)) return found;
    const draft = new Draft(state);
    const run = beginSteps(press.input.steps, state.now);
    const asked = openStep(run);
    const words = asked === undefined ? null : whoWords(asked.who);
    const text =
      words === null
        ? { zh: '不用审批：每一步都跳过', en: 'No approval needed: every step is left out' }
        : { zh: `请${words.zh}审批`, en: `Approval asked of ${words.en}` };
    const approval = keepApproval(newApproval(press, origin, found?.order), run, {
      press,
      draft,
      note: { type: 'approval-opened', text, decision: origin.decision },
    });
    const order = draft.get<StoredOrder>('orders', approval.order ?? '');
    return {
      changes: draft.changes,
      result: { approval: approval._id, state: approval.state },
      text,
      signals: [...(order === undefined ? [] : [orderSignal(order)]), { name: 'alerts.waiting', data: {} }],
      ...(asked === undefined ? { exit: { origin, port: 'approved' } } : {}),
    };
  },
});

function newApproval(press: Press, origin: StageOrigin, order: StoredOrder | undefined): StoredApproval {
  return {
    _id: `v${press.id.slice(1)}`,
    rev: 0,
    kind: 'approval',
    subject: `${press.target!.kind}:${press.target!.id}`,
    order: order?._id ?? null,
    orderNumber: order?.externalId ?? null,
    origin,
    requester: origin.requester,
    at: press.arrivedAt ?? 0,
    open: true,
    endedAt: null,
    audience: '',
    rooms: [],
    timer: null,
    sequenced: false,
    state: 'open',
    steps: [],
    left: null,
    round: 1,
    plan: planHash(origin, order, null),
    parked: null,
    notes: [],
  };
}

export const onlyRules: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '只有规则流能发起', en: 'Only a flow can ask for this' },
  },
};
