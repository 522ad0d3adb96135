import { defineFact } from '../../define/fact.ts';

export const lineAvailableAnywhere = defineFact({
  id: 'line.availableAnywhere',
  label: { zh: '全网可用', en: 'Available anywhere' },
  type: 'integer',
  scope: 'line',
  samples: [0, 40],
});
