import { defineFact } from '../../define/fact.ts';

export const orderIsRush = defineFact({
  id: 'order.isRush',
  label: { zh: '加急', en: 'Rush' },
  type: 'yes-no',
  says: { yes: { zh: '加急', en: 'the order is rush' }, no: { zh: '不加急', en: 'the order is not rush' } },
  scope: 'order',
  samples: [true, false],
});
