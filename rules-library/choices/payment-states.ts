import type { Choice } from '../define/fact.ts';

/** States of payment. */
export const paymentStates: readonly Choice[] = [
  { value: 'unpaid', label: { zh: '未付款', en: 'Unpaid' } },
  { value: 'authorised', label: { zh: '已授权', en: 'Authorised' } },
  { value: 'part_paid', label: { zh: '部分付款', en: 'Part paid' } },
  { value: 'paid', label: { zh: '已付款', en: 'Paid' } },
  { value: 'on_account', label: { zh: '挂账', en: 'On account' } },
  { value: 'cod', label: { zh: '货到付款', en: 'Cash on delivery' } },
  { value: 'refunded', label: { zh: '已退款', en: 'Refunded' } },
];
