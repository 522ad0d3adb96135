import { defineFact } from '../../define/fact.ts';

export const orderIsLate = defineFact({
  id: 'order.isLate',
  label: { zh: '是否超期', en: 'Late' },
  type: 'yes-no',
  scope: 'order',
  samples: [false],
});
