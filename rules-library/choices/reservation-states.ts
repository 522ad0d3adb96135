import type { Choice } from '../define/fact.ts';

/** States of a stock lock, in their order; the last three end it. */
export const reservationStates: readonly Choice[] = [
  { value: 'held', label: { zh: '已预占', en: 'Held' } },
  { value: 'confirmed', label: { zh: '已确认', en: 'Confirmed' } },
  { value: 'picked', label: { zh: '已拣', en: 'Picked' } },
  { value: 'consumed', label: { zh: '已出库', en: 'Shipped' } },
  { value: 'released', label: { zh: '已释放', en: 'Released' } },
  { value: 'expired', label: { zh: '已到期', en: 'Expired' } },
];
