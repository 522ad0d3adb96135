import { defineFact } from '../../define/fact.ts';

export const balanceCoverHours = defineFact({
  id: 'balance.coverHours',
  label: { zh: '还够几小时', en: 'Hours of cover' },
  type: 'hours',
  scope: 'stock',
  advisory: true,
  samples: [3.5, 48],
});
