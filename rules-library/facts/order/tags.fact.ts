import { defineFact } from '../../define/fact.ts';

export const orderTags = defineFact({
  id: 'order.tags',
  label: { zh: '标签', en: 'Tags' },
  type: 'list',
  scope: 'order',
  samples: [['大额']],
});
