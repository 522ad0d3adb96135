import { contentHash } from '../canonical.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { StageOrigin } from '../stages/stage-origin.ts';
import type { ParkedPress } from './approval.ts';

/**
 * Hash of what is approved: what the order asks for (goods, amounts, whose, where to and when), what the drawing does with it (its
 * node in a release, which never changes), and the button that waits, if one does.
 */
export function planHash(
  origin: StageOrigin | null,
  order: StoredOrder | undefined,
  parked: Pick<ParkedPress, 'command' | 'target' | 'input'> | null,
): string {
  return contentHash({
    drawn: origin === null ? null : [origin.release, origin.flow, origin.node],
    order: order === undefined ? null : orderPlan(order),
    press: parked === null ? null : [parked.command, parked.target, parked.input],
  });
}

function orderPlan(order: StoredOrder): object {
  const { kind, lines, goodsTotal, total, discount, freight, customer, repairShop, requestedDelivery } =
    order;
  return {
    kind,
    lines,
    goodsTotal,
    total,
    discount,
    freight,
    customer: customer.externalId,
    repairShop,
    requestedDelivery,
    shipTo: order.shipTo,
    address: order.addressHash,
  };
}
