import { defineFact } from '../../define/fact.ts';

export const clockSinceMidnight = defineFact({
  id: 'clock.sinceMidnight',
  label: { zh: '当天已过时长', en: 'Time since midnight' },
  help: { zh: '从公司当地零点算起', en: "Counted from midnight in the company's zone" },
  type: 'duration',
  scope: 'company',
  samples: [0, 570],
});
