import type { Choice } from '../define/fact.ts';

/** What an order can wait for (当前卡点). */
export const holdCodes: readonly Choice[] = [
  { value: 'credit-exceeded', label: { zh: '信用超限', en: 'Credit exceeded' } },
  { value: 'no-stock', label: { zh: '缺货', en: 'No stock' } },
  { value: 'awaiting-approval', label: { zh: '等审批', en: 'Awaiting approval' } },
  { value: 'awaiting-payment', label: { zh: '等付款', en: 'Awaiting payment' } },
  { value: 'awaiting-transfer', label: { zh: '等调拨', en: 'Awaiting transfer' } },
  { value: 'awaiting-customer', label: { zh: '等客户回复', en: 'Awaiting customer' } },
  { value: 'duplicate-customer', label: { zh: '疑似同一人', en: 'Possibly the same person' } },
  { value: 'forbidden-goods', label: { zh: '禁发', en: 'Forbidden goods' } },
  { value: 'recall', label: { zh: '召回', en: 'Recall' } },
  { value: 'count-difference', label: { zh: '实物不符', en: 'Count difference' } },
  { value: 'address-problem', label: { zh: '地址异常', en: 'Address problem' } },
  { value: 'manual-review', label: { zh: '转人工', en: 'Manual review' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
];
