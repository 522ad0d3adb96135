import { defineFact } from '../../define/fact.ts';

export const changeDateFrom = defineFact({
  id: 'change.dateFrom',
  label: { zh: '原交期', en: 'Earlier date' },
  type: 'time',
  scope: 'change',
  samples: [1765706400000],
});
