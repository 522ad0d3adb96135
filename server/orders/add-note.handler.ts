import { defineHandler, isRefusal, type CommandHandler } from '../door/handler.ts';
import { maskText } from '../personal/mask.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { orderChanged } from './changed.ts';
import { knownOrder, needsOrder } from './target-order.ts';

/** Leaves a sentence in the history, of an ended order too. Numbers of people are masked, the whole text is sealed. */
export function addNoteHandler(vault: PersonalVault): CommandHandler {
  return defineHandler<{ text: string }>({
    name: 'add-note',
    needs: needsOrder,
    plan(press, state) {
      const found = knownOrder(press, state);
      if (isRefusal(found)) return found;
      const { order } = found;
      const shown = maskText(press.input.text);
      const sealed =
        shown === press.input.text ? {} : { data: { sealed: vault.seal(press.input, order._id) } };
      return orderChanged({
        after: order,
        note: { type: 'noted', text: { zh: `备注：${shown}`, en: `Note: ${shown}` }, ...sealed },
        press,
        state,
        audit: { after: { note: shown } },
      });
    },
  });
}
