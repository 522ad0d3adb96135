import { defineFact } from '../../define/fact.ts';

export const orderComplaints = defineFact({
  id: 'order.complaints',
  label: { zh: '投诉数', en: 'Complaints' },
  type: 'integer',
  scope: 'order',
  whenNone: 0,
  samples: [0, 1],
});
