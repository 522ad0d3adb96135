import { defineFact } from '../../define/fact.ts';

export const customerOverdueDays = defineFact({
  id: 'customer.overdueDays',
  label: { zh: '逾期天数', en: 'Days overdue' },
  type: 'days',
  scope: 'order',
  samples: [0, 21],
});
