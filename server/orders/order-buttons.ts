import type { CommandHandler } from '../door/handler.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { addNoteHandler } from './add-note.handler.ts';
import { assignHandler } from './assign.handler.ts';
import { cancelOrderHandler } from './cancel-order.handler.ts';
import { changeAddressHandler } from './change-address.handler.ts';
import { changeAmountHandler } from './change-amount.handler.ts';
import { changeDeliveryDateHandler } from './change-delivery-date.handler.ts';
import { changeLinesHandler } from './change-lines.handler.ts';
import { closeOrderHandler } from './close-order.handler.ts';
import { confirmOrderHandler } from './confirm-order.handler.ts';
import { holdOrderHandler } from './hold-order.handler.ts';
import { liftHoldHandler } from './lift-hold.handler.ts';
import { markDeliveredHandler } from './mark-delivered.handler.ts';
import { markRushHandler } from './mark-rush.handler.ts';
import { recordComplaintHandler } from './record-complaint.handler.ts';
import { recordPaymentHandler } from './record-payment.handler.ts';
import { refuseRushHandler } from './refuse-rush.handler.ts';
import { releaseOrderHandler } from './release-order.handler.ts';
import { requestPaymentHandler } from './request-payment.handler.ts';
import { requestRushHandler } from './request-rush.handler.ts';
import { setFieldHandler } from './set-field.handler.ts';
import { setPriorityHandler } from './set-priority.handler.ts';
import { setTagHandler } from './set-tag.handler.ts';
import { unmarkRushHandler } from './unmark-rush.handler.ts';

/** What some of them are made with. */
export interface OrderButtonTools {
  vault: PersonalVault;
  zone: () => string;
}

/** Buttons of an order that rules press too. */
export const orderButtonsOfRules = ({ zone }: OrderButtonTools): CommandHandler[] => [
  holdOrderHandler,
  liftHoldHandler,
  confirmOrderHandler,
  releaseOrderHandler,
  markDeliveredHandler,
  closeOrderHandler,
  markRushHandler,
  refuseRushHandler({ zone }),
  unmarkRushHandler,
  requestPaymentHandler,
  setPriorityHandler,
  assignHandler,
  setFieldHandler,
  setTagHandler,
];

/** Buttons of an order that only people and connectors press. */
export const orderButtonsOfPeople = (tools: OrderButtonTools): CommandHandler[] => [
  cancelOrderHandler,
  changeDeliveryDateHandler(tools),
  changeAddressHandler(tools),
  changeLinesHandler(tools),
  changeAmountHandler(tools),
  recordPaymentHandler,
  requestRushHandler(tools),
  addNoteHandler(tools.vault),
  recordComplaintHandler(tools.vault),
];
