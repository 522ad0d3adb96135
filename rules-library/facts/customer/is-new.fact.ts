import { defineFact } from '../../define/fact.ts';

export const customerIsNew = defineFact({
  id: 'customer.isNew',
  label: { zh: '新客', en: 'New customer' },
  type: 'yes-no',
  scope: 'order',
  samples: [true, false],
});
