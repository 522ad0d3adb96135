import { defineFact } from '../../define/fact.ts';

export const customerMatchScore = defineFact({
  id: 'customer.matchScore',
  label: { zh: '同一人可能性', en: 'Likelihood of the same person' },
  help: {
    zh: '与 24 小时内其他订单的客户是同一人的可能性',
    en: 'How likely another order of the last 24 hours is of the same person',
  },
  type: 'percent',
  scope: 'order',
  whenNone: 0,
  samples: [0, 75, 95],
});
