import { defineFact } from '../../define/fact.ts';

export const transferFrom = defineFact({
  id: 'transfer.from',
  label: { zh: '调出仓', en: 'From warehouse' },
  type: 'choice',
  scope: 'transfer',
  catalog: 'warehouses',
  samples: ['WH03'],
});
