import { defineFact } from '../../define/fact.ts';

export const lineInTransitEta = defineFact({
  id: 'line.inTransitEta',
  label: { zh: '在途到达', en: 'In transit until' },
  help: { zh: '在途的货预计到齐的时间', en: 'When what is in transit is expected to have arrived' },
  type: 'time',
  scope: 'line',
  samples: [1765555200000],
});
