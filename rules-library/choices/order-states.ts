import type { Choice } from '../define/fact.ts';

/** The way of an order, in order; cancelled and archived stand beside it. */
export const orderStates: readonly Choice[] = [
  { value: 'received', label: { zh: '待确认', en: 'Received' } },
  { value: 'confirmed', label: { zh: '已确认', en: 'Confirmed' } },
  { value: 'released', label: { zh: '已放单', en: 'Released' } },
  { value: 'picking', label: { zh: '拣货中', en: 'Picking' } },
  { value: 'shipped', label: { zh: '已发货', en: 'Shipped' } },
  { value: 'delivered', label: { zh: '已送达', en: 'Delivered' } },
  { value: 'closed', label: { zh: '已完结', en: 'Closed' } },
  { value: 'cancelled', label: { zh: '已取消', en: 'Cancelled' } },
  { value: 'archived', label: { zh: '已归档', en: 'Archived' } },
];
