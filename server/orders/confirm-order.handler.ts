import { stepHandler } from './step-handler.ts';

/** Confirms an order that was received. */
export const confirmOrderHandler = stepHandler({
  name: 'confirm-order',
  from: 'received',
  to: 'confirmed',
  heldBy: 'confirm',
  done: { zh: '订单已确认', en: 'Order confirmed' },
});
