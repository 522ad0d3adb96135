import { defineFact } from '../../define/fact.ts';

export const vehicleBrand = defineFact({
  id: 'vehicle.brand',
  label: { zh: '品牌', en: 'Vehicle brand' },
  type: 'choice',
  scope: 'order',
  samples: ['大众'],
});
