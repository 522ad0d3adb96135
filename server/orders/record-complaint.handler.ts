import { defineHandler, isRefusal, type CommandHandler } from '../door/handler.ts';
import { maskText } from '../personal/mask.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { orderChanged } from './changed.ts';
import { knownOrder, needsOrder } from './target-order.ts';

/** Notes a complaint about an order, ended or not. Numbers of people are masked, the whole text is sealed. */
export function recordComplaintHandler(vault: PersonalVault): CommandHandler {
  return defineHandler<{ text: string }>({
    name: 'record-complaint',
    needs: needsOrder,
    plan(press, state) {
      const found = knownOrder(press, state);
      if (isRefusal(found)) return found;
      const { order } = found;
      const complaints = order.complaints + 1;
      const shown = maskText(press.input.text);
      const sealed =
        shown === press.input.text ? {} : { data: { sealed: vault.seal(press.input, order._id) } };
      return orderChanged({
        after: { ...order, complaints },
        note: { type: 'complaint', text: { zh: `客户投诉：${shown}`, en: `Complaint: ${shown}` }, ...sealed },
        press,
        state,
        result: { complaints },
        audit: { before: { complaints: order.complaints }, after: { complaints, text: shown } },
      });
    },
  });
}
