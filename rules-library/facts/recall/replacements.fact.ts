import { defineFact } from '../../define/fact.ts';

export const recallReplacements = defineFact({
  id: 'recall.replacements',
  label: { zh: '替换件', en: 'Replacements' },
  type: 'list',
  scope: 'sku',
  catalog: 'skus',
  samples: [['BRK-2042']],
});
