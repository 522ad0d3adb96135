import { defineFact } from '../../define/fact.ts';

export const customerChannelsLast24h = defineFact({
  id: 'customer.channelsLast24h',
  label: { zh: '24 小时渠道数', en: 'Channels in 24 hours' },
  help: { zh: '含本单', en: 'This order included' },
  type: 'integer',
  scope: 'order',
  samples: [1, 2],
});
