import type { Choice } from '../define/fact.ts';

/** Buttons on orders a gate can stand before. */
export const gatedCommands: readonly Choice[] = [
  { value: 'confirm-order', label: { zh: '确认订单', en: 'Confirm order' } },
  { value: 'release-order', label: { zh: '放单', en: 'Release order' } },
  { value: 'ship', label: { zh: '发货', en: 'Ship' } },
  { value: 'cancel-order', label: { zh: '取消订单', en: 'Cancel order' } },
  { value: 'lock-stock', label: { zh: '一键锁库', en: 'Lock stock' } },
  { value: 'mark-rush', label: { zh: '标记加急', en: 'Mark as rush' } },
  { value: 'change-delivery-date', label: { zh: '修改交付时间', en: 'Change delivery date' } },
  { value: 'change-address', label: { zh: '修改地址', en: 'Change address' } },
  { value: 'change-lines', label: { zh: '修改明细', en: 'Change lines' } },
  { value: 'change-warehouse', label: { zh: '改仓', en: 'Change warehouse' } },
  { value: 'change-amount', label: { zh: '修改金额', en: 'Change amount' } },
  { value: 'record-payment', label: { zh: '登记收款', en: 'Record payment' } },
  { value: 'request-payment', label: { zh: '请客户付款', en: 'Request payment' } },
  { value: 'split-order', label: { zh: '拆单', en: 'Split order' } },
  { value: 'refund', label: { zh: '退款', en: 'Refund' } },
];

/** `gate.ship`: the event asked before the button takes effect. */
export const gateEvents: readonly Choice[] = gatedCommands.map(({ value, label }) => ({
  value: `gate.${value}`,
  label: { zh: `按「${label.zh}」之前`, en: `Before "${label.en}"` },
}));
