import { defineFact } from '../../define/fact.ts';

export const changeField = defineFact({
  id: 'change.field',
  label: { zh: '改了什么', en: 'What changed' },
  type: 'choice',
  scope: 'change',
  choices: [
    { value: 'requestedDelivery', label: { zh: '期望交付', en: 'Requested delivery' } },
    { value: 'shipTo', label: { zh: '收货地址', en: 'Address' } },
    { value: 'lines', label: { zh: '明细', en: 'Lines' } },
    { value: 'amount', label: { zh: '金额', en: 'Amount' } },
    { value: 'payment', label: { zh: '付款', en: 'Payment' } },
    { value: 'note', label: { zh: '备注', en: 'Note' } },
    { value: 'other', label: { zh: '其他', en: 'Other' } },
  ],
  samples: ['requestedDelivery'],
});
