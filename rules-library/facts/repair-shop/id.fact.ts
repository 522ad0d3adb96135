import { defineFact } from '../../define/fact.ts';

export const repairShopId = defineFact({
  id: 'repairShop.id',
  label: { zh: '维修厂', en: 'Repair shop' },
  type: 'choice',
  scope: 'order',
  catalog: 'shops',
  samples: ['SHOP-0183'],
});
