import type { Choice } from '../define/fact.ts';

/** Events whose subject is an order, as far as this build raises or takes them. */
export const orderEvents: readonly Choice[] = [
  { value: 'order.received', label: { zh: '收到订单', en: 'Order received' } },
  { value: 'rush.requested', label: { zh: '申请加急', en: 'Rush requested' } },
  { value: 'order.changed', label: { zh: '订单改动', en: 'Order changed' } },
  { value: 'payment.changed', label: { zh: '付款变化', en: 'Payment changed' } },
  { value: 'credit.changed', label: { zh: '信用变化', en: 'Credit changed' } },
  { value: 'order.released', label: { zh: '已放单', en: 'Order released' } },
  { value: 'order.shipped', label: { zh: '已发货', en: 'Order shipped' } },
  { value: 'order.delivered', label: { zh: '已送达', en: 'Order delivered' } },
  { value: 'order.cancelled', label: { zh: '已取消', en: 'Order cancelled' } },
];
