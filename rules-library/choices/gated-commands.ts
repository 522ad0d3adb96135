import type { Choice } from '../define/fact.ts';

/** Buttons on orders a gate can stand before. */
export const gatedCommands: readonly Choice[] = [
  { value: 'confirm-order', label: { zh: '确认订单', en: 'Confirm order' } },
  { value: 'release-order', label: { zh: '放单', en: 'Release order' } },
  { value: 'ship', label: { zh: '发货', en: 'Ship' } },
  { value: 'cancel-order', label: { zh: '取消订单', en: 'Cancel order' } },
  { value: 'lock-stock', label: { zh: '一键锁库', en: 'Lock stock' } },
  { value: 'request-rush', label: { zh: '申请加急', en: 'Request rush' } },
  { value: 'mark-rush', label: { zh: '标记加急', en: 'Mark as rush' } },
  { value: 'unmark-rush', label: { zh: '取消加急', en: 'Unmark rush' } },
  { value: 'hold-order', label: { zh: '挂起订单', en: 'Hold order' } },
  { value: 'lift-hold', label: { zh: '解除挂起', en: 'Lift hold' } },
  { value: 'change-delivery-date', label: { zh: '修改交付时间', en: 'Change delivery date' } },
  { value: 'change-address', label: { zh: '修改地址', en: 'Change address' } },
  { value: 'change-lines', label: { zh: '修改明细', en: 'Change lines' } },
  { value: 'change-warehouse', label: { zh: '改仓', en: 'Change warehouse' } },
  { value: 'change-amount', label: { zh: '修改金额', en: 'Change amount' } },
  { value: 'record-payment', label: { zh: '登记收款', en: 'Record payment' } },
  { value: 'request-payment', label: { zh: '请客户付款', en: 'Request payment' } },
  { value: 'split-order', label: { zh: '拆单', en: 'Split order' } },
  { value: 'set-priority', label: { zh: '设锁库层级', en: 'Set layer' } },
  { value: 'set-tag', label: { zh: '打标签', en: 'Set tag' } },
  { value: 'divert-delivery', label: { zh: '改配送路线', en: 'Divert delivery' } },
  { value: 'refund', label: { zh: '退款', en: 'Refund' } },
];

const prefix = 'gate.';

/** The event asked before a button takes effect: `gate.ship`. */
export function gateEventOf(command: string): string {
  return `${prefix}${command}`;
}

/** The button asked about, of an event that is a gate; null for other events. */
export function gatedCommandOf(event: string): string | null {
  return event.startsWith(prefix) ? event.slice(prefix.length) : null;
}

/** `gate.ship`, with the words of the moment it is asked at. */
export const gateEvents: readonly Choice[] = gatedCommands.map(({ value, label }) => ({
  value: gateEventOf(value),
  label: { zh: `按「${label.zh}」之前`, en: `Before "${label.en}"` },
}));
