import { eventTrigger } from './event-trigger.ts';

export const returnReceivedBlock = eventTrigger('return.received', {
  zh: '仓库收到客户退回的货时。',
  en: 'When goods come back from a customer.',
});
