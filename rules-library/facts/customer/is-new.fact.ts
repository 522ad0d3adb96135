import { defineFact } from '../../define/fact.ts';

export const customerIsNew = defineFact({
  id: 'customer.isNew',
  label: { zh: '新客', en: 'New customer' },
  type: 'yes-no',
  says: { yes: { zh: '新客', en: 'the customer is new' }, no: { zh: '老客', en: 'the customer is not new' } },
  scope: 'order',
  samples: [true, false],
});
