import { defineFact } from '../../define/fact.ts';

export const actorWarehouse = defineFact({
  id: 'actor.warehouse',
  label: { zh: '操作人所在仓', en: 'Warehouse of who acts' },
  type: 'choice',
  scope: 'actor',
  catalog: 'warehouses',
  samples: ['WH03'],
});
