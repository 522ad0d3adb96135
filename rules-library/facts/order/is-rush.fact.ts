import { defineFact } from '../../define/fact.ts';

export const orderIsRush = defineFact({
  id: 'order.isRush',
  label: { zh: '加急', en: 'Rush' },
  type: 'yes-no',
  scope: 'order',
  samples: [true, false],
});
