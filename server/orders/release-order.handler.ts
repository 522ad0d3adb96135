import { stepHandler } from './step-handler.ts';

/** Hands a confirmed order to the warehouse. */
export const releaseOrderHandler = stepHandler({
  name: 'release-order',
  from: 'confirmed',
  to: 'released',
  heldBy: 'release',
  raises: 'order.released',
  done: { zh: '已放单', en: 'Released' },
});
