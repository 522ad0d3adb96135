// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { BlockDefinition } from '../define/block.ts';
import { adjustStockBlock } from './action/adjust-stock.block.ts';
import { assignBlock } from './action/assign.block.ts';
import { blockStockBlock } from './action/block-stock.block.ts';
import { closeOrderBlock } from './action/close-order.block.ts';
import { confirmLockBlock } from './action/confirm-lock.block.ts';
import { confirmOrderBlock } from './action/confirm-order.block.ts';
import { extendLockBlock } from './action/extend-lock.block.ts';
import { holdOrderBlock } from './action/hold-order.block.ts';
import { liftHoldBlock } from './action/lift-hold.block.ts';
import { lockStockBlock } from './action/lock-stock.block.ts';
import { markDeliveredBlock } from './action/mark-delivered.block.ts';
import { markRushBlock } from './action/mark-rush.block.ts';
import { raiseAlertBlock } from './action/raise-alert.block.ts';
import { refuseRushBlock } from './action/refuse-rush.block.ts';
import { releaseLockBlock } from './action/release-lock.block.ts';
import { releaseOrderBlock } from './action/release-order.block.ts';
import { requestPaymentBlock } from './action/request-payment.block.ts';
import { setCapBlock } from './action/set-cap.block.ts';
import { setFieldBlock } from './action/set-field.block.ts';
import { setPriorityBlock } from './action/set-priority.block.ts';
import { setProtectionBlock } from './action/set-protection.block.ts';
import { setTagBlock } from './action/set-tag.block.ts';
import { unmarkRushBlock } from './action/unmark-rush.block.ts';
import { branchBlock } from './check/branch.block.ts';
import { conditionGroupBlock } from './check/condition-group.block.ts';
import { inListBlock } from './check/in-list.block.ts';
import { lineConditionBlock } from './check/line-condition.block.ts';
import { rushCriteriaBlock } from './check/rush-criteria.block.ts';
import { sameCustomerBlock } from './check/same-customer.block.ts';
import { seasonWindowBlock } from './check/season-window.block.ts';
import { stockCheckBlock } from './check/stock-check.block.ts';
import { timeWindowBlock } from './check/time-window.block.ts';
import { calculationBlock } from './compute/calculation.block.ts';
import { decisionTableBlock } from './compute/decision-table.block.ts';
import { lookupBlock } from './compute/lookup.block.ts';
import { scoreCardBlock } from './compute/score-card.block.ts';
import { allowBlock } from './gate/allow.block.ts';
import { denyBlock } from './gate/deny.block.ts';
import { forEachBlock } from './many/for-each.block.ts';
import { groupBlock } from './note/group.block.ts';
import { noteBlock } from './note/note.block.ts';
import { approvalBlock } from './person/approval.block.ts';
import { askBlock } from './person/ask.block.ts';
import { waitBlock } from './person/wait.block.ts';
import { planTransferBlock } from './stock/plan-transfer.block.ts';
import { reallocateBlock } from './stock/reallocate.block.ts';
import { splitBlock } from './stock/split.block.ts';
import { alertUnansweredBlock } from './trigger/alert-unanswered.block.ts';
import { approvalDecidedBlock } from './trigger/approval-decided.block.ts';
import { breakerChangedBlock } from './trigger/breaker-changed.block.ts';
import { bypassFoundBlock } from './trigger/bypass-found.block.ts';
import { connectorEventBlock } from './trigger/connector-event.block.ts';
import { creditChangedBlock } from './trigger/credit-changed.block.ts';
import { duplicateSuspectedBlock } from './trigger/duplicate-suspected.block.ts';
import { forecastBurstBlock } from './trigger/forecast-burst.block.ts';
import { gateBlock } from './trigger/gate.block.ts';
import { laneChangedBlock } from './trigger/lane-changed.block.ts';
import { lockExpiredBlock } from './trigger/lock-expired.block.ts';
import { orderCancelledBlock } from './trigger/order-cancelled.block.ts';
import { orderChangedBlock } from './trigger/order-changed.block.ts';
import { orderDeliveredBlock } from './trigger/order-delivered.block.ts';
import { orderReceivedBlock } from './trigger/order-received.block.ts';
import { orderReleasedBlock } from './trigger/order-released.block.ts';
import { orderShippedBlock } from './trigger/order-shipped.block.ts';
import { paymentChangedBlock } from './trigger/payment-changed.block.ts';
import { recallAnnouncedBlock } from './trigger/recall-announced.block.ts';
import { returnReceivedBlock } from './trigger/return-received.block.ts';
import { routeChangedBlock } from './trigger/route-changed.block.ts';
import { rushRequestedBlock } from './trigger/rush-requested.block.ts';
import { seasonEndedBlock } from './trigger/season-ended.block.ts';
import { seasonStartedBlock } from './trigger/season-started.block.ts';
import { shipmentReportedBlock } from './trigger/shipment-reported.block.ts';
import { stockChangedBlock } from './trigger/stock-changed.block.ts';
import { stockDifferenceBlock } from './trigger/stock-difference.block.ts';
import { timeReachedBlock } from './trigger/time-reached.block.ts';
import { transferLateBlock } from './trigger/transfer-late.block.ts';
import { transferPlanChangedBlock } from './trigger/transfer-plan-changed.block.ts';
import { transferReceivedBlock } from './trigger/transfer-received.block.ts';
import { transferRequestedBlock } from './trigger/transfer-requested.block.ts';

export const blocks: readonly BlockDefinition[] = [
  adjustStockBlock,
  assignBlock,
  blockStockBlock,
  closeOrderBlock,
  confirmLockBlock,
  confirmOrderBlock,
  extendLockBlock,
  holdOrderBlock,
  liftHoldBlock,
  lockStockBlock,
  markDeliveredBlock,
  markRushBlock,
  raiseAlertBlock,
  refuseRushBlock,
  releaseLockBlock,
  releaseOrderBlock,
  requestPaymentBlock,
  setCapBlock,
  setFieldBlock,
  setPriorityBlock,
  setProtectionBlock,
  setTagBlock,
  unmarkRushBlock,
  branchBlock,
  conditionGroupBlock,
  inListBlock,
  lineConditionBlock,
  rushCriteriaBlock,
  sameCustomerBlock,
  seasonWindowBlock,
  stockCheckBlock,
  timeWindowBlock,
  calculationBlock,
  decisionTableBlock,
  lookupBlock,
  scoreCardBlock,
  allowBlock,
  denyBlock,
  forEachBlock,
  groupBlock,
  noteBlock,
  approvalBlock,
  askBlock,
  waitBlock,
  planTransferBlock,
  reallocateBlock,
  splitBlock,
  alertUnansweredBlock,
  approvalDecidedBlock,
  breakerChangedBlock,
  bypassFoundBlock,
  connectorEventBlock,
  creditChangedBlock,
  duplicateSuspectedBlock,
  forecastBurstBlock,
  gateBlock,
  laneChangedBlock,
  lockExpiredBlock,
  orderCancelledBlock,
  orderChangedBlock,
  orderDeliveredBlock,
  orderReceivedBlock,
  orderReleasedBlock,
  orderShippedBlock,
  paymentChangedBlock,
  recallAnnouncedBlock,
  returnReceivedBlock,
  routeChangedBlock,
  rushRequestedBlock,
  seasonEndedBlock,
  seasonStartedBlock,
  shipmentReportedBlock,
  stockChangedBlock,
  stockDifferenceBlock,
  timeReachedBlock,
  transferLateBlock,
  transferPlanChangedBlock,
  transferReceivedBlock,
  transferRequestedBlock,
];
