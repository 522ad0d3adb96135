import { events } from '../../choices/events.ts';
import { defineFact } from '../../define/fact.ts';

export const eventType = defineFact({
  id: 'event.type',
  label: { zh: '事件', en: 'Event' },
  type: 'choice',
  scope: 'event',
  choices: events,
  hidden: true,
  samples: ['order.received'],
});
