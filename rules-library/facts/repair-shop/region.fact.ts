import { defineFact } from '../../define/fact.ts';

export const repairShopRegion = defineFact({
  id: 'repairShop.region',
  label: { zh: '区域', en: 'Shop region' },
  type: 'choice',
  scope: 'order',
  samples: ['浙江省'],
});
