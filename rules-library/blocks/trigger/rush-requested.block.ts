import { eventTrigger } from './event-trigger.ts';

export const rushRequestedBlock = eventTrigger('rush.requested', {
  zh: '订单申请加急时；下单时就要加急的，收到订单后紧接着触发。',
  en: 'When rush is asked for; for orders placed as rush right after they are received.',
});
