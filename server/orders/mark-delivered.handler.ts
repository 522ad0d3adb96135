import { stepHandler } from './step-handler.ts';

/** The customer has the goods. */
export const markDeliveredHandler = stepHandler({
  name: 'mark-delivered',
  from: 'shipped',
  to: 'delivered',
  raises: 'order.delivered',
  done: { zh: '已送达', en: 'Delivered' },
});
