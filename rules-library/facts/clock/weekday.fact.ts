import { weekdays } from '../../choices/weekdays.ts';
import { defineFact } from '../../define/fact.ts';

export const clockWeekday = defineFact({
  id: 'clock.weekday',
  label: { zh: '星期', en: 'Weekday' },
  type: 'choice',
  scope: 'company',
  choices: weekdays,
  samples: ['friday'],
});
