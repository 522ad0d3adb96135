import { defineFact } from '../../define/fact.ts';

export const eventStage = defineFact({
  id: 'event.stage',
  label: { zh: '阶段', en: 'Stage' },
  type: 'choice',
  scope: 'event',
  hidden: true,
  samples: ['flow/node:port'],
});
