import type { z } from 'zod';
import type { LockInput } from '../../../rules-library/commands/lock-stock.command.ts';
import type { Refusal } from '../../door/handler.ts';
import type { StoredLine, StoredOrder } from '../../orders/order.ts';
import { badInput } from '../../orders/refusal.ts';
import { missingOf } from '../order-locks.ts';
import type { Reservation } from '../reservation.ts';

/** A line of an order as it is to be locked. */
export interface WantedLine {
  line: StoredLine;
  quantity: number;
  /** Null: any that has enough. */
  warehouse: string | null;
}

type Asked = NonNullable<z.output<typeof LockInput>['lines']>[number];

/** Lines asked for, or all that are not fully locked or shipped yet. */
export function wantedLines(
  order: StoredOrder,
  lines: readonly Asked[] | undefined,
  locks: readonly Reservation[],
): WantedLine[] | Refusal {
  const asked: readonly Asked[] = lines ?? order.lines.map(({ lineId }) => ({ lineId }));
  const wanted = new Map<string, WantedLine>();
  for (const [index, one] of asked.entries()) {
    const { lineId, quantity, warehouse } = typeof one === 'string' ? { lineId: one } : one;
    const line = order.lines.find((known) => known.lineId === lineId);
    if (line === undefined || wanted.has(lineId)) {
      const why = line === undefined ? unknownLine(lineId) : twice(lineId);
      return badInput(`lines.${index}`, why);
    }
    const missing = missingOf(order, line, locks);
    if (quantity !== undefined && quantity > missing) {
      return badInput(`lines.${index}.quantity`, {
        zh: `明细「${lineId}」还差 ${missing} 件没锁，不能锁 ${quantity} 件`,
        en: `Line "${lineId}" lacks ${missing}; ${quantity} cannot be locked`,
      });
    }
    const units = quantity ?? missing;
    if (units > 0)
      wanted.set(lineId, { line, quantity: units, warehouse: warehouse ?? line.warehouse ?? null });
  }
  return [...wanted.values()];
}

const unknownLine = (lineId: string) => ({
  zh: `订单没有明细「${lineId}」`,
  en: `The order has no line "${lineId}"`,
});
const twice = (lineId: string) => ({ zh: `明细「${lineId}」写了两次`, en: `Line "${lineId}" stands twice` });
