import type { Text } from '../../rules-library/schema/text.ts';
import type { EventType } from './read-event.ts';

const states: Partial<Record<EventType, string>> = {
  'order.released': 'released',
  'order.shipped': 'shipped',
  'order.delivered': 'delivered',
  'order.cancelled': 'cancelled',
};

/** The state an event reports; null for events that report none. */
export function reportedState(type: EventType): string | null {
  return states[type] ?? null;
}

export const eventTexts: Record<EventType, Text> = {
  'order.changed': { zh: '订单改动', en: 'Order changed' },
  'payment.changed': { zh: '付款变化', en: 'Payment changed' },
  'credit.changed': { zh: '信用变化', en: 'Credit changed' },
  'rush.requested': { zh: '申请加急', en: 'Rush requested' },
  'order.released': { zh: '已放单', en: 'Released' },
  'order.shipped': { zh: '已发货', en: 'Shipped' },
  'order.delivered': { zh: '已送达', en: 'Delivered' },
  'order.cancelled': { zh: '已取消', en: 'Cancelled' },
};
