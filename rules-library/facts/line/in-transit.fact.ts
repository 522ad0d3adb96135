import { defineFact } from '../../define/fact.ts';

export const lineInTransit = defineFact({
  id: 'line.inTransit',
  label: { zh: '在途', en: 'In transit' },
  help: { zh: '正在调往发货仓的件数', en: 'Pieces on their way to the shipping warehouse' },
  type: 'integer',
  scope: 'line',
  samples: [0, 20],
});
