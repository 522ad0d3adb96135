import { defineFact } from '../../define/fact.ts';

export const orderNumber = defineFact({
  id: 'order.number',
  label: { zh: '订单号', en: 'Order number' },
  help: { zh: '渠道的订单号，写预警文字时用', en: 'The number of the channel, for the texts of alerts' },
  type: 'text',
  scope: 'order',
  samples: ['TB20251212-00017'],
});
