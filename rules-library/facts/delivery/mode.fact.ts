import { defineFact } from '../../define/fact.ts';

export const deliveryMode = defineFact({
  id: 'delivery.mode',
  label: { zh: '运输方式', en: 'Transport' },
  type: 'choice',
  scope: 'order',
  samples: ['road'],
});
