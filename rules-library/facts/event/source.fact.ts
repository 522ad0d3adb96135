import { defineFact } from '../../define/fact.ts';

export const eventSource = defineFact({
  id: 'event.source',
  label: { zh: '来源', en: 'Source' },
  type: 'choice',
  scope: 'event',
  hidden: true,
  samples: ['double-12'],
});
