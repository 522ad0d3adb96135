// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CommandDefinition } from '../define/command.ts';
import { acknowledgeAlert } from './acknowledge-alert.command.ts';
import { activateRelease } from './activate-release.command.ts';
import { addNote } from './add-note.command.ts';
import { adjustStock } from './adjust-stock.command.ts';
import { advanceImport } from './advance-import.command.ts';
import { answer } from './answer.command.ts';
import { applyImport } from './apply-import.command.ts';
import { approve } from './approve.command.ts';
import { askBack } from './ask-back.command.ts';
import { askGate } from './ask-gate.command.ts';
import { askPerson } from './ask-person.command.ts';
import { assign } from './assign.command.ts';
import { blockStock } from './block-stock.command.ts';
import { cancelImport } from './cancel-import.command.ts';
import { cancelOrder } from './cancel-order.command.ts';
import { changeAddress } from './change-address.command.ts';
import { changeAmount } from './change-amount.command.ts';
import { changeDeliveryDate } from './change-delivery-date.command.ts';
import { changeLines } from './change-lines.command.ts';
import { closeExcelImport } from './close-excel-import.command.ts';
import { closeOrder } from './close-order.command.ts';
import { confirmLock } from './confirm-lock.command.ts';
import { confirmOrder } from './confirm-order.command.ts';
import { confirmPick } from './confirm-pick.command.ts';
import { createFirstPerson } from './create-first-person.command.ts';
import { createKey } from './create-key.command.ts';
import { createOrder } from './create-order.command.ts';
import { createPerson } from './create-person.command.ts';
import { delegate } from './delegate.command.ts';
import { deliverAlerts } from './deliver-alerts.command.ts';
import { disablePerson } from './disable-person.command.ts';
import { enablePerson } from './enable-person.command.ts';
import { endSession } from './end-session.command.ts';
import { escalateAlert } from './escalate-alert.command.ts';
import { expireLock } from './expire-lock.command.ts';
import { extendLock } from './extend-lock.command.ts';
import { fireTimer } from './fire-timer.command.ts';
import { foldAlerts } from './fold-alerts.command.ts';
import { grantButton } from './grant-button.command.ts';
import { grantReading } from './grant-reading.command.ts';
import { holdOrder } from './hold-order.command.ts';
import { importCatalog } from './import-catalog.command.ts';
import { ingestOrder } from './ingest-order.command.ts';
import { liftHold } from './lift-hold.command.ts';
import { loadTemplate } from './load-template.command.ts';
import { lockStock } from './lock-stock.command.ts';
import { markDelivered } from './mark-delivered.command.ts';
import { markRush } from './mark-rush.command.ts';
import { openApproval } from './open-approval.command.ts';
import { overrideGate } from './override-gate.command.ts';
import { planTimes } from './plan-times.command.ts';
import { publishRelease } from './publish-release.command.ts';
import { raiseAlert } from './raise-alert.command.ts';
import { receiveStock } from './receive-stock.command.ts';
import { recordComplaint } from './record-complaint.command.ts';
import { recordEvent } from './record-event.command.ts';
import { recordPayment } from './record-payment.command.ts';
import { refuseRush } from './refuse-rush.command.ts';
import { reject } from './reject.command.ts';
import { releaseLock } from './release-lock.command.ts';
import { releaseOrder } from './release-order.command.ts';
import { renewSetUpLink } from './renew-set-up-link.command.ts';
import { requestPayment } from './request-payment.command.ts';
import { requestRush } from './request-rush.command.ts';
import { revokeKey } from './revoke-key.command.ts';
import { saveFlow } from './save-flow.command.ts';
import { seeAlerts } from './see-alerts.command.ts';
import { setCap } from './set-cap.command.ts';
import { setField } from './set-field.command.ts';
import { setPassword } from './set-password.command.ts';
import { setPriority } from './set-priority.command.ts';
import { setProtection } from './set-protection.command.ts';
import { setRoles } from './set-roles.command.ts';
import { setTag } from './set-tag.command.ts';
import { setUpCompany } from './set-up-company.command.ts';
import { ship } from './ship.command.ts';
import { signIn } from './sign-in.command.ts';
import { signOut } from './sign-out.command.ts';
import { stageImport } from './stage-import.command.ts';
import { startEach } from './start-each.command.ts';
import { startWait } from './start-wait.command.ts';
import { stopEach } from './stop-each.command.ts';
import { unblockStock } from './unblock-stock.command.ts';
import { undoLock } from './undo-lock.command.ts';
import { unmarkRush } from './unmark-rush.command.ts';

export const commands: readonly CommandDefinition[] = [
  acknowledgeAlert,
  activateRelease,
  addNote,
  adjustStock,
  advanceImport,
  answer,
  applyImport,
  approve,
  askBack,
  askGate,
  askPerson,
  assign,
  blockStock,
  cancelImport,
  cancelOrder,
  changeAddress,
  changeAmount,
  changeDeliveryDate,
  changeLines,
  closeExcelImport,
  closeOrder,
  confirmLock,
  confirmOrder,
  confirmPick,
  createFirstPerson,
  createKey,
  createOrder,
  createPerson,
  delegate,
  deliverAlerts,
  disablePerson,
  enablePerson,
  endSession,
  escalateAlert,
  expireLock,
  extendLock,
  fireTimer,
  foldAlerts,
  grantButton,
  grantReading,
  holdOrder,
  importCatalog,
  ingestOrder,
  liftHold,
  loadTemplate,
  lockStock,
  markDelivered,
  markRush,
  openApproval,
  overrideGate,
  planTimes,
  publishRelease,
  raiseAlert,
  receiveStock,
  recordComplaint,
  recordEvent,
  recordPayment,
  refuseRush,
  reject,
  releaseLock,
  releaseOrder,
  renewSetUpLink,
  requestPayment,
  requestRush,
  revokeKey,
  saveFlow,
  seeAlerts,
  setCap,
  setField,
  setPassword,
  setPriority,
  setProtection,
  setRoles,
  setTag,
  setUpCompany,
  ship,
  signIn,
  signOut,
  stageImport,
  startEach,
  startWait,
  stopEach,
  unblockStock,
  undoLock,
  unmarkRush,
];
