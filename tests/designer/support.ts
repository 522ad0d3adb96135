import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { OrderRow, OrderView } from '../../rules-library/contract/orders.ts';

/** An alert as the server sends it; only what a test is about has to be said. */
export function alertOf(change: Partial<AlertView> = {}): AlertView {
  return {
    id: 'a1',
    kind: 'credit-exceeded',
    level: 'warn',
    text: { zh: '订单 ¥48,120，超出额度 ¥8,120', en: 'Order of ¥48,120 is ¥8,120 over its limit' },
    at: '2026-03-01T02:00:00.000Z',
    rooms: ['role:operations'],
    subject: { kind: 'order', id: 'b2b~SH-183', label: 'SH-183' },
    source: null,
    buttons: [],
    state: 'raised',
    acknowledgedBy: null,
    acknowledgedAt: null,
    warehouse: null,
    screens: 0,
    seenBy: [],
    count: 1,
    latest: [],
    ...change,
  };
}

export function rowOf(change: Partial<OrderRow> = {}): OrderRow {
  return {
    id: 'taobao~1',
    channel: 'taobao',
    externalId: 'TB-1',
    placedAt: '2026-03-01T01:59:00.000Z',
    receivedAt: '2026-03-01T02:00:00.000Z',
    state: 'received',
    isRush: false,
    tags: [],
    holds: [],
    customer: '王*',
    total: 236_000,
    quantity: 4,
    lineCount: 2,
    alerts: 0,
    rev: 1,
    ...change,
  };
}

export function orderOf(change: Partial<OrderView> = {}): OrderView {
  return {
    ...rowOf(),
    kind: 'sale',
    lines: [],
    payment: { status: 'paid', method: 'alipay', paid: 236_000 },
    tier: null,
    repairShop: null,
    shipTo: { province: null, city: null, masked: null },
    discount: 0,
    freight: 0,
    requestedDelivery: null,
    note: null,
    custom: {},
    layer: null,
    assignee: null,
    waits: [],
    decisions: [],
    ...change,
  };
}
