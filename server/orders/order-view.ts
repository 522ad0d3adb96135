import type { HoldView, OrderRow, OrderView, TimelineEntry } from '../../rules-library/contract/orders.ts';
import type { HistoryEntry } from './history.ts';
import type { StoredHold, StoredOrder } from './order.ts';

export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

function holdView({ code, since, until, by, lines }: StoredHold): HoldView {
  return {
    code,
    since: isoTime(since),
    until: until === null ? null : isoTime(until),
    by,
    ...(lines === undefined ? {} : { lines }),
  };
}

/** One row of the list of orders. */
export function orderRow(order: StoredOrder): OrderRow {
  return {
    id: order._id,
    channel: order.channel,
    externalId: order.externalId,
    placedAt: isoTime(order.placedAt),
    receivedAt: isoTime(order.receivedAt),
    state: order.state,
    isRush: order.isRush,
    tags: order.tags,
    holds: order.holds.map(holdView),
    customer: order.masked.name ?? order.repairShop ?? order.customer.externalId ?? null,
    total: order.total ?? 0,
    quantity: order.quantity,
    lineCount: order.lines.length,
    alerts: order.alerts,
    rev: order.rev,
  };
}

/** What the catalogue says of a part, as far as an order shows it. */
export interface SkuFacts {
  name?: string;
  goodsClass?: string[];
}

/** The whole order; personal data masked. */
export function orderView(
  order: StoredOrder,
  skus: ReadonlyMap<string, SkuFacts>,
  decisions: readonly string[],
  waits: OrderView['waits'],
): OrderView {
  return {
    ...orderRow(order),
    kind: order.kind,
    lines: order.lines.map(({ lineId, sku, quantity, unitPrice, warehouse }) => ({
      lineId,
      sku,
      name: skus.get(sku)?.name ?? null,
      quantity,
      unitPrice: unitPrice ?? null,
      amount: unitPrice === undefined ? null : unitPrice * quantity,
      warehouse: warehouse ?? null,
      goodsClass: skus.get(sku)?.goodsClass ?? [],
    })),
    payment: {
      status: order.payment.status ?? null,
      method: order.payment.method ?? null,
      paid: order.payment.paid ?? null,
    },
    tier: order.customer.tier ?? null,
    repairShop: order.repairShop ?? null,
    shipTo: {
      province: order.shipTo.province ?? null,
      city: order.shipTo.city ?? null,
      masked: order.masked.address ?? null,
    },
    discount: order.discount,
    freight: order.freight,
    requestedDelivery: order.requestedDelivery === undefined ? null : isoTime(order.requestedDelivery),
    note: order.note ?? null,
    custom: order.custom,
    layer: order.layer ?? null,
    assignee: order.assignee?.name ?? null,
    waits,
    decisions: [...decisions],
  };
}

export function timelineEntry(entry: HistoryEntry): TimelineEntry {
  return {
    id: entry._id,
    at: isoTime(entry.at),
    type: entry.type,
    text: entry.text,
    actor: entry.actor,
    actorName: entry.actorName ?? null,
    decision: entry.decision,
    reason: entry.reason,
    voucher: entry.voucher,
    changes: (entry.data?.changes as TimelineEntry['changes']) ?? [],
  };
}
