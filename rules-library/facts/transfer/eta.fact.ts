import { defineFact } from '../../define/fact.ts';

export const transferEta = defineFact({
  id: 'transfer.eta',
  label: { zh: '到达时间', en: 'Arrival' },
  type: 'time',
  scope: 'transfer',
  samples: [1765555200000],
});
