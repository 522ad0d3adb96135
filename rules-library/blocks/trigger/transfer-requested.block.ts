import { eventTrigger } from './event-trigger.ts';

export const transferRequestedBlock = eventTrigger('transfer.requested', {
  zh: '有人或规则申请调拨时；画在后面的审批决定这次调拨。',
  en: 'When a transfer is requested; an approval drawn behind it decides it.',
});
