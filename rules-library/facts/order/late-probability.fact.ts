import { defineFact } from '../../define/fact.ts';

export const orderLateProbability = defineFact({
  id: 'order.lateProbability',
  label: { zh: '延误概率', en: 'Likelihood of delay' },
  type: 'percent',
  scope: 'order',
  advisory: true,
  samples: [0, 35],
});
