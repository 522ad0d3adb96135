import { defineFact } from '../../define/fact.ts';

export const seasonActive = defineFact({
  id: 'season.active',
  label: { zh: '生效的特殊时期', en: 'Seasons in force' },
  type: 'list',
  scope: 'company',
  samples: [['double-12']],
});
