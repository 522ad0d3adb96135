import { defineFact } from '../../define/fact.ts';

export const balanceDemand2h = defineFact({
  id: 'balance.demand2h',
  label: { zh: '两小时需求', en: 'Demand of two hours' },
  type: 'integer',
  scope: 'stock',
  advisory: true,
  samples: [0, 6],
});
