import { defineFact } from '../../define/fact.ts';

export const changeDateTo = defineFact({
  id: 'change.dateTo',
  label: { zh: '新交期', en: 'New date' },
  type: 'time',
  scope: 'change',
  samples: [1765533600000],
});
