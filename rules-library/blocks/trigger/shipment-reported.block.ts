import { eventTrigger } from './event-trigger.ts';

export const shipmentReportedBlock = eventTrigger('shipment.reported', {
  zh: '外部报告一单已经发货时。',
  en: 'When a shipment is reported from outside.',
});
