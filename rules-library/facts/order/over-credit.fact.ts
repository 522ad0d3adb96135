import { defineFact } from '../../define/fact.ts';

export const orderOverCredit = defineFact({
  id: 'order.overCredit',
  label: { zh: '超出信用', en: 'Over credit' },
  help: { zh: '已用信用加本单，超出额度的部分', en: 'What used credit plus this order exceeds the limit by' },
  type: 'money',
  scope: 'order',
  whenNone: 0,
  samples: [0, 8120],
});
