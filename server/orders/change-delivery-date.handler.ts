import type { CommandHandler } from '../door/handler.ts';
import { changeHandler, type ChangeTools } from './change-handler.ts';

/** Changes when the customer wants an order. */
export function changeDeliveryDateHandler(tools: ChangeTools): CommandHandler {
  return changeHandler<{ requestedDelivery: string }>(
    {
      name: 'change-delivery-date',
      before: 'delivered',
      changesOf: ({ requestedDelivery }) => ({ requestedDelivery }),
    },
    tools,
  );
}
