import { defineFact } from '../../define/fact.ts';

export const differenceUnits = defineFact({
  id: 'difference.units',
  label: { zh: '相差件数', en: 'Units of difference' },
  type: 'integer',
  scope: 'stock',
  samples: [-2, 5],
});
