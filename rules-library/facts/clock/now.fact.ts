import { defineFact } from '../../define/fact.ts';

export const clockNow = defineFact({
  id: 'clock.now',
  label: { zh: '现在', en: 'Now' },
  type: 'time',
  scope: 'company',
  samples: [1765468991000],
});
