import { timeText } from '../../rules-library/sentences/format-time.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { orderChanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';
import { alsoTell } from './tell.ts';

interface Input {
  text: string;
  earliest?: string;
}

/** An order whose rush nobody has granted. */
function refusable(press: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found) || (found.order.rushRequested && !found.order.isRush)) return found;
  const text = found.order.isRush
    ? {
        zh: '已经标记加急，要退回请按「取消加急」',
        en: 'It is marked as rush; press "Unmark rush" to take it back',
      }
    : { zh: '没有人申请加急', en: 'Nobody has asked for rush' };
  const cures = found.order.isRush ? [{ name: 'unmark-rush' }] : [];
  return notNow(found.order, text, [{ code: 'rush', text }], cures);
}

/** Says why an order cannot be rushed and when it can arrive, and tells whoever asked. */
export function refuseRushHandler({ zone }: { zone: () => string }): CommandHandler {
  return defineHandler<Input>({
    name: 'refuse-rush',
    needs: needsOrder,
    refusal(press, state) {
      const found = refusable(press, state);
      return isRefusal(found) ? found : null;
    },
    plan(press, state) {
      const found = refusable(press, state);
      if (isRefusal(found)) return found;
      const { order } = found;
      const { text: why, earliest } = press.input;
      const at = earliest === undefined ? undefined : timeText(Date.parse(earliest), zone());
      const text = {
        zh: `加急不成：${why}${at === undefined ? '' : `，最早 ${at}`}`,
        en: `Rush refused: ${why}${at === undefined ? '' : `, ${at} at the earliest`}`,
      };
      const { rushRequest: asked, ...rest } = order;
      const done = orderChanged({
        after: { ...(rest as StoredOrder), rushRequested: false },
        note: { type: 'rush-refused', text },
        press,
        state,
        audit: { before: { rushRequested: true }, after: { rushRequested: false } },
      });
      // A channel that asked hears it by its own way; people are told here.
      if (!asked?.by.startsWith('person:')) return done;
      const alert = {
        kind: 'rush-refused',
        level: 'info' as const,
        to: [{ person: asked.by }],
        text: { zh: `订单 ${order.externalId} ${text.zh}`, en: `Order ${order.externalId}: ${text.en}` },
      };
      return alsoTell(done, alert, press, state);
    },
  });
}
