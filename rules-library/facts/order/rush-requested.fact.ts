import { defineFact } from '../../define/fact.ts';

export const orderRushRequested = defineFact({
  id: 'order.rushRequested',
  label: { zh: '已申请加急', en: 'Rush requested' },
  type: 'yes-no',
  says: {
    yes: { zh: '已申请加急', en: 'rush was requested' },
    no: { zh: '未申请加急', en: 'rush was not requested' },
  },
  scope: 'order',
  samples: [true, false],
});
