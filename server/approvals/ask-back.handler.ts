import type { CommandHandler } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';
import { withWait } from '../stages/order-waits.ts';
import type { EndingTools } from './end-approval.ts';
import { approvalPress } from './approval-press.ts';
import { askBackStep } from './approval-steps.ts';
import { askRequester } from './questions.ts';

/** Asks who wanted it for more before it is decided; the clock of the step stops until they answer. */
export function askBackHandler(tools: EndingTools): CommandHandler {
  return approvalPress<{ question: string; plan?: string }>({
    name: 'ask-back',
    tools,
    decides: false,
    act({ press, approval, by, draft }) {
      const { question } = press.input;
      const text = { zh: `退回补充：${question}`, en: `Asked back: ${question}` };
      const asked = { zh: question, en: question };
      const notes = [...approval.notes, { at: draft.now, by, kind: 'asked-back' as const, text: asked }];
      const sent = askRequester(approval, asked, press);
      draft.apply([{ put: 'approvals', document: sent }]);
      const order = draft.get<StoredOrder>('orders', approval.order ?? '');
      if (order !== undefined) {
        // It ends with the order, as the approval does.
        const wait = { kind: 'question' as const, id: sent._id, timer: null, release: null };
        draft.apply([{ put: 'orders', document: withWait(order, wait) }]);
      }
      return { run: askBackStep(approval, draft.now), approval: { notes }, text };
    },
  });
}
