import { defineFact } from '../../define/fact.ts';

export const lineCategory = defineFact({
  id: 'line.category',
  label: { zh: '品类', en: 'Category' },
  type: 'choice',
  scope: 'line',
  samples: ['制动'],
});
