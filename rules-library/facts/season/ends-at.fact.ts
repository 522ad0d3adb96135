import { defineFact } from '../../define/fact.ts';

export const seasonEndsAt = defineFact({
  id: 'season.endsAt',
  label: { zh: '时期结束', en: 'Season ends' },
  type: 'time',
  scope: 'company',
  samples: [1765555200000],
});
