import type { z } from 'zod';
import type { newAddressSchema } from '../../rules-library/commands/change-address.command.ts';
import type { CommandHandler } from '../door/handler.ts';
import type { PersonalPart } from './build-order.ts';
import { changeHandler, type ChangeTools } from './change-handler.ts';

/** Ships an order to another address. Contact and telephone that are not given stay as they were sealed. */
export function changeAddressHandler(tools: ChangeTools): CommandHandler {
  return changeHandler<{ shipTo: z.output<typeof newAddressSchema> }>(
    {
      name: 'change-address',
      before: 'shipped',
      cures: [{ name: 'divert-delivery' }],
      ends: 'address-problem',
      changesOf({ shipTo }, order) {
        const known =
          order.sealed === undefined ? {} : (tools.vault.open(order.sealed, order._id) as PersonalPart);
        const { contact = known.shipTo?.contact, phone = known.shipTo?.phone, ...place } = shipTo;
        return {
          shipTo: {
            ...place,
            ...(contact === undefined ? {} : { contact }),
            ...(phone === undefined ? {} : { phone }),
          },
        };
      },
    },
    tools,
  );
}
