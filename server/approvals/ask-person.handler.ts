import type { Text } from '../../rules-library/schema/text.ts';
import type { WhoAsked } from '../../rules-library/schema/who-asked.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from '../orders/changed.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { withWait } from '../stages/order-waits.ts';
import { originOf } from '../stages/stage-origin.ts';
import { setTimer } from '../timers/timer.ts';
import { onlyRules } from './open-approval.handler.ts';
import { newQuestion } from './questions.ts';
import { whoWords } from './who-may.ts';

/** The timer action of questions. */
export const questionTimer = 'question';

interface Input {
  who: WhoAsked;
  question: Text | string;
  choices: { id: string; label: Text }[];
  within?: number;
}

const minuteMs = 60_000;

/** For a rule: asks somebody to choose; the flow goes on by the choice. */
export const askPersonHandler = defineHandler<Input>({
  name: 'ask-person',
  needs: (press) => (press.target?.kind === 'order' ? needsOrder(press) : []),
  plan(press, state) {
    const origin = originOf(press);
    if (origin === null || press.target === null) return onlyRules;
    const found = press.target.kind === 'order' ? openOrder(press, state) : null;
    if (found !== null && isRefusal(found)) return found;
    const { who, question: given, choices, within } = press.input;
    const question = newQuestion(
      {
        subject: `${press.target.kind}:${press.target.id}`,
        order: found?.order._id ?? null,
        orderNumber: found?.order.externalId ?? null,
        origin,
        requester: origin.requester,
        who,
        text: typeof given === 'string' ? { zh: given, en: given } : given,
        choices,
        approval: null,
      },
      press,
      within === undefined ? null : state.now + within * minuteMs,
    );
    const draft = new Draft(state);
    draft.apply([{ put: 'approvals', document: question }]);
    const { _id: id, timer, dueAt, order: orderId } = question;
    const { release } = origin;
    if (timer !== null)
      draft.apply([
        setTimer({ _id: timer, due: dueAt!, kind: questionTimer, of: id, order: orderId, release }),
      ]);
    const words = whoWords(who);
    const text = {
      zh: `问${words.zh}：${question.text.zh}`,
      en: `Asked ${words.en}: ${question.text.en}`,
    };
    if (found !== null) {
      const after = withWait(found.order, { kind: 'question', id, timer, release });
      const note = { type: 'question-asked', text, decision: origin.decision };
      draft.apply(changeOrder(after, press, state.now, [note]).changes);
    }
    const order = draft.get<StoredOrder>('orders', orderId ?? '');
    return {
      changes: draft.changes,
      result: { question: id },
      text,
      signals: [...(order === undefined ? [] : [orderSignal(order)]), { name: 'alerts.waiting', data: {} }],
    };
  },
});
