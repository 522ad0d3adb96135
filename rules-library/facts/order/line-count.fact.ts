import { defineFact } from '../../define/fact.ts';

export const orderLineCount = defineFact({
  id: 'order.lineCount',
  label: { zh: '明细数', en: 'Lines' },
  type: 'integer',
  scope: 'order',
  samples: [1, 3],
});
