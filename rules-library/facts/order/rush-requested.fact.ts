import { defineFact } from '../../define/fact.ts';

export const orderRushRequested = defineFact({
  id: 'order.rushRequested',
  label: { zh: '已申请加急', en: 'Rush requested' },
  type: 'yes-no',
  scope: 'order',
  samples: [true, false],
});
