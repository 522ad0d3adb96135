import type { Choice } from '../define/fact.ts';
import type { Text } from '../schema/text.ts';

/** An event with the words that stand in "when …". */
export interface EventChoice extends Choice {
  clause: Text;
}

/** Events whose subject is an order, as far as this build raises or takes them. */
export const orderEvents: readonly EventChoice[] = [
  {
    value: 'order.received',
    label: { zh: '收到订单', en: 'Order received' },
    clause: { zh: '收到订单', en: 'an order is received' },
  },
  {
    value: 'rush.requested',
    label: { zh: '申请加急', en: 'Rush requested' },
    clause: { zh: '申请加急', en: 'rush is requested' },
  },
  {
    value: 'order.changed',
    label: { zh: '订单改动', en: 'Order changed' },
    clause: { zh: '订单改动', en: 'an order is changed' },
  },
  {
    value: 'payment.changed',
    label: { zh: '付款变化', en: 'Payment changed' },
    clause: { zh: '付款变化', en: 'a payment changes' },
  },
  {
    value: 'credit.changed',
    label: { zh: '信用变化', en: 'Credit changed' },
    clause: { zh: '信用变化', en: 'credit changes' },
  },
  {
    value: 'order.released',
    label: { zh: '已放单', en: 'Order released' },
    clause: { zh: '放单', en: 'an order is released' },
  },
  {
    value: 'order.shipped',
    label: { zh: '已发货', en: 'Order shipped' },
    clause: { zh: '发货', en: 'an order is shipped' },
  },
  {
    value: 'order.delivered',
    label: { zh: '已送达', en: 'Order delivered' },
    clause: { zh: '送达', en: 'an order is delivered' },
  },
  {
    value: 'order.cancelled',
    label: { zh: '已取消', en: 'Order cancelled' },
    clause: { zh: '订单取消', en: 'an order is cancelled' },
  },
];
