import { defineFact } from '../../define/fact.ts';

export const customerCreditUsed = defineFact({
  id: 'customer.creditUsed',
  label: { zh: '已用信用', en: 'Used credit' },
  help: { zh: '未结清的挂账订单，不含本单', en: 'Open orders on account, without this one' },
  type: 'money',
  scope: 'order',
  whenNone: 0,
  samples: [1200000],
});
