import { eventTrigger } from './event-trigger.ts';

export const routeChangedBlock = eventTrigger('route.changed', {
  zh: '订单的配送路线改了时。',
  en: 'When the route of a delivery is changed.',
});
