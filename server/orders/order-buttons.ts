import type { CommandHandler } from '../door/handler.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { addNoteHandler } from './add-note.handler.ts';
import { assignHandler } from './assign.handler.ts';
import { cancelOrderHandler } from './cancel-order.handler.ts';
import { closeOrderHandler } from './close-order.handler.ts';
import { confirmOrderHandler } from './confirm-order.handler.ts';
import { holdOrderHandler } from './hold-order.handler.ts';
import { liftHoldHandler } from './lift-hold.handler.ts';
import { markDeliveredHandler } from './mark-delivered.handler.ts';
import { markRushHandler } from './mark-rush.handler.ts';
import { releaseOrderHandler } from './release-order.handler.ts';
import { setFieldHandler } from './set-field.handler.ts';
import { setPriorityHandler } from './set-priority.handler.ts';
import { setTagHandler } from './set-tag.handler.ts';

/** Buttons of an order that rules press too. */
export const orderButtonsOfRules: readonly CommandHandler[] = [
  holdOrderHandler,
  liftHoldHandler,
  confirmOrderHandler,
  releaseOrderHandler,
  markDeliveredHandler,
  closeOrderHandler,
  markRushHandler,
  setPriorityHandler,
  assignHandler,
  setFieldHandler,
  setTagHandler,
];

interface Tools {
  vault: PersonalVault;
}

/** Buttons of an order that only people and connectors press. */
export function orderButtonsOfPeople({ vault }: Tools): CommandHandler[] {
  return [cancelOrderHandler, addNoteHandler(vault)];
}
