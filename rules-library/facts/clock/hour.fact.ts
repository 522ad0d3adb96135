import { defineFact } from '../../define/fact.ts';

export const clockHour = defineFact({
  id: 'clock.hour',
  label: { zh: '几点', en: 'Hour of day' },
  type: 'integer',
  scope: 'company',
  samples: [9, 23],
});
