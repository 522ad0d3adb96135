import { defineFact } from '../../define/fact.ts';

export const orderSyncDelay = defineFact({
  id: 'order.syncDelay',
  label: { zh: '同步延迟', en: 'Sync delay' },
  help: { zh: '从下单到本系统收到', en: 'From placing until it was received here' },
  type: 'duration',
  scope: 'order',
  samples: [2, 300],
});
