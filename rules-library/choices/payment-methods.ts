import type { Choice } from '../define/fact.ts';

/** Ways to pay; a channel may name others. */
export const paymentMethods: readonly Choice[] = [
  { value: 'alipay', label: { zh: '支付宝', en: 'Alipay' } },
  { value: 'wechat', label: { zh: '微信支付', en: 'WeChat Pay' } },
  { value: 'bank', label: { zh: '银行转账', en: 'Bank transfer' } },
  { value: 'card', label: { zh: '银行卡', en: 'Card' } },
  { value: 'cash', label: { zh: '现金', en: 'Cash' } },
  { value: 'on_account', label: { zh: '挂账', en: 'On account' } },
  { value: 'cod', label: { zh: '货到付款', en: 'Cash on delivery' } },
];
