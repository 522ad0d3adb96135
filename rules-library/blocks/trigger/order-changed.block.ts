import { eventTrigger } from './event-trigger.ts';

export const orderChangedBlock = eventTrigger('order.changed', {
  zh: '员工、渠道或外部系统改动订单时；规则自己的改动不算。',
  en: 'When a person, channel or connected system changes an order; never by a rule.',
});
