import { defineFact } from '../../define/fact.ts';

export const paymentAge = defineFact({
  id: 'payment.age',
  label: { zh: '未付时长', en: 'Unpaid for' },
  help: { zh: '从下单起还没付清的时长', en: 'How long since placing it has not been paid in full' },
  type: 'duration',
  scope: 'order',
  samples: [30],
});
