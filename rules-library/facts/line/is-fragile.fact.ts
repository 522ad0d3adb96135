import { defineFact } from '../../define/fact.ts';

export const lineIsFragile = defineFact({
  id: 'line.isFragile',
  label: { zh: '易碎', en: 'Fragile' },
  type: 'yes-no',
  says: { yes: { zh: '易碎', en: 'it is fragile' }, no: { zh: '不易碎', en: 'it is not fragile' } },
  scope: 'line',
  samples: [false],
});
