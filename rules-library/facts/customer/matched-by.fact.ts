import { defineFact } from '../../define/fact.ts';

export const customerMatchedBy = defineFact({
  id: 'customer.matchedBy',
  label: { zh: '同一人依据', en: 'Matched by' },
  type: 'list',
  scope: 'order',
  samples: [['phone', 'address']],
});
