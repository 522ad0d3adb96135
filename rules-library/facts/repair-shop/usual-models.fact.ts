import { defineFact } from '../../define/fact.ts';

export const repairShopUsualModels = defineFact({
  id: 'repairShop.usualModels',
  label: { zh: '常修车型', en: 'Usual models' },
  type: 'list',
  scope: 'order',
  samples: [['朗逸', '卡罗拉']],
});
