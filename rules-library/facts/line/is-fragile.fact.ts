import { defineFact } from '../../define/fact.ts';

export const lineIsFragile = defineFact({
  id: 'line.isFragile',
  label: { zh: '易碎', en: 'Fragile' },
  type: 'yes-no',
  scope: 'line',
  samples: [false],
});
