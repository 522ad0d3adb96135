import type { Text } from '../../rules-library/schema/text.ts';
import { moneyText } from '../../rules-library/sentences/format-number.ts';
import { timeText } from '../../rules-library/sentences/format-time.ts';
import type { Difference } from './difference.ts';
import { lineDifferences } from './line-differences.ts';
import type { StoredOrder } from './order.ts';

const none: Text = { zh: '无', en: 'none' };
const labels = {
  requestedDelivery: { zh: '期望交付', en: 'Requested delivery' },
  shipTo: { zh: '收货地址', en: 'Address' },
  discount: { zh: '优惠', en: 'Discount' },
  freight: { zh: '运费', en: 'Freight' },
  total: { zh: '订单金额', en: 'Order amount' },
  note: { zh: '备注', en: 'Note' },
} as const;

function same(text: string | undefined): Text {
  return text === undefined || text === '' ? none : { zh: text, en: text };
}

function money(fen: number | undefined): Text {
  return fen === undefined ? { zh: '未知', en: 'not known' } : same(moneyText(fen));
}

/** What differs between an order and its changed self, as people say it. */
export function differencesOf(before: StoredOrder, after: StoredOrder, zone: string): Difference[] {
  const found: Difference[] = [];
  const add = (field: keyof typeof labels, was: Text, is: Text): void => {
    found.push({ field, label: labels[field], before: was, after: is });
  };
  const time = (at: number | undefined): Text => (at === undefined ? none : same(timeText(at, zone)));
  if (before.requestedDelivery !== after.requestedDelivery)
    add('requestedDelivery', time(before.requestedDelivery), time(after.requestedDelivery));
  if (before.addressHash !== after.addressHash)
    add('shipTo', same(before.masked.address), same(after.masked.address));
  found.push(...lineDifferences(before.lines, after.lines));
  if (before.discount !== after.discount) add('discount', money(before.discount), money(after.discount));
  if (before.freight !== after.freight) add('freight', money(before.freight), money(after.freight));
  if (before.total !== after.total) add('total', money(before.total), money(after.total));
  if (before.note !== after.note) add('note', same(before.note), same(after.note));
  return found;
}

const mostTold = 4;

/** 「期望交付 12-14 18:00 → 12-16 18:00；运费 ¥10 → ¥0」. */
export function differencesText(differences: readonly Difference[]): Text {
  const told = differences.slice(0, mostTold);
  const rest = differences.length - told.length;
  const zh = told.map(({ label, before, after }) => `${label.zh} ${before.zh} → ${after.zh}`);
  const en = told.map(({ label, before, after }) => `${label.en} ${before.en} → ${after.en}`);
  return {
    zh: [...zh, ...(rest > 0 ? [`另有 ${rest} 处`] : [])].join('；'),
    en: [...en, ...(rest > 0 ? [`${rest} more`] : [])].join('; '),
  };
}

/** Before and after by field, for the audit. */
export function auditOf(differences: readonly Difference[]): {
  before: Record<string, Text>;
  after: Record<string, Text>;
} {
  return {
    before: Object.fromEntries(differences.map(({ field, before }) => [field, before])),
    after: Object.fromEntries(differences.map(({ field, after }) => [field, after])),
  };
}
