import { defineFact } from '../../define/fact.ts';

export const transferTo = defineFact({
  id: 'transfer.to',
  label: { zh: '调入仓', en: 'To warehouse' },
  type: 'choice',
  scope: 'transfer',
  catalog: 'warehouses',
  samples: ['WH01'],
});
