import { defineFact } from '../../define/fact.ts';

export const orderNote = defineFact({
  id: 'order.note',
  label: { zh: '备注', en: 'Note' },
  type: 'text',
  scope: 'order',
  samples: ['周五前送到'],
});
