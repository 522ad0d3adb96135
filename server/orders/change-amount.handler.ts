import type { CommandHandler } from '../door/handler.ts';
import type { OrderChanges } from '../events/read-event.ts';
import { moneyText } from '../../rules-library/sentences/format-number.ts';
import { changeHandler, type ChangeTools } from './change-handler.ts';
import { totalsOf } from './order.ts';
import { badInput } from './refusal.ts';

interface Input {
  lines?: { lineId: string; unitPrice: number }[];
  discount?: number;
  freight?: number;
}

/** Changes prices, discount or freight of an order. */
export function changeAmountHandler(tools: ChangeTools): CommandHandler {
  return changeHandler<Input>(
    {
      name: 'change-amount',
      changesOf({ lines: priced = [], discount, freight }, order) {
        const unknown = priced.findIndex(({ lineId }) => !order.lines.some((line) => line.lineId === lineId));
        if (unknown >= 0) {
          const { lineId } = priced[unknown]!;
          return badInput(`lines.${unknown}.lineId`, {
            zh: `订单没有明细「${lineId}」`,
            en: `The order has no line "${lineId}"`,
          });
        }
        const prices = new Map(priced.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
        const lines = order.lines.map((line) => {
          const unitPrice = prices.get(line.lineId) ?? line.unitPrice;
          return { ...line, ...(unitPrice === undefined ? {} : { unitPrice }) };
        });
        const { goodsTotal } = totalsOf(lines, 0, 0);
        const most = discount ?? order.discount;
        if (goodsTotal !== undefined && most > goodsTotal) {
          return badInput('discount', {
            zh: `优惠 ${moneyText(most)} 比货款 ${moneyText(goodsTotal)} 还多`,
            en: `The discount ${moneyText(most)} is more than the goods at ${moneyText(goodsTotal)}`,
          });
        }
        const changes: OrderChanges = {
          ...(priced.length === 0 ? {} : { lines }),
          ...(discount === undefined ? {} : { discount }),
          ...(freight === undefined ? {} : { freight }),
        };
        return changes;
      },
    },
    tools,
  );
}
