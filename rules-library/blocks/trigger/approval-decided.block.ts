import { eventTrigger } from './event-trigger.ts';

export const approvalDecidedBlock = eventTrigger('approval.decided', {
  zh: '不在这条流里画的审批有了结果时。',
  en: 'When an approval not drawn in this flow is decided.',
});
