import { defineFact } from '../../define/fact.ts';

export const orderIsLate = defineFact({
  id: 'order.isLate',
  label: { zh: '是否超期', en: 'Late' },
  type: 'yes-no',
  says: { yes: { zh: '已超期', en: 'the order is late' }, no: { zh: '未超期', en: 'the order is not late' } },
  scope: 'order',
  samples: [false],
});
