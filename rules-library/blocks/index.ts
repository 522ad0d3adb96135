// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { BlockDefinition } from '../define/block.ts';
import { holdOrderBlock } from './action/hold-order.block.ts';
import { liftHoldBlock } from './action/lift-hold.block.ts';
import { markRushBlock } from './action/mark-rush.block.ts';
import { raiseAlertBlock } from './action/raise-alert.block.ts';
import { setFieldBlock } from './action/set-field.block.ts';
import { setTagBlock } from './action/set-tag.block.ts';
import { branchBlock } from './check/branch.block.ts';
import { conditionGroupBlock } from './check/condition-group.block.ts';
import { inListBlock } from './check/in-list.block.ts';
import { lineConditionBlock } from './check/line-condition.block.ts';
import { rushCriteriaBlock } from './check/rush-criteria.block.ts';
import { seasonWindowBlock } from './check/season-window.block.ts';
import { stockCheckBlock } from './check/stock-check.block.ts';
import { timeWindowBlock } from './check/time-window.block.ts';
import { calculationBlock } from './compute/calculation.block.ts';
import { decisionTableBlock } from './compute/decision-table.block.ts';
import { lookupBlock } from './compute/lookup.block.ts';
import { scoreCardBlock } from './compute/score-card.block.ts';
import { groupBlock } from './note/group.block.ts';
import { noteBlock } from './note/note.block.ts';
import { creditChangedBlock } from './trigger/credit-changed.block.ts';
import { orderCancelledBlock } from './trigger/order-cancelled.block.ts';
import { orderChangedBlock } from './trigger/order-changed.block.ts';
import { orderDeliveredBlock } from './trigger/order-delivered.block.ts';
import { orderReceivedBlock } from './trigger/order-received.block.ts';
import { orderReleasedBlock } from './trigger/order-released.block.ts';
import { orderShippedBlock } from './trigger/order-shipped.block.ts';
import { paymentChangedBlock } from './trigger/payment-changed.block.ts';
import { rushRequestedBlock } from './trigger/rush-requested.block.ts';

export const blocks: readonly BlockDefinition[] = [
  holdOrderBlock,
  liftHoldBlock,
  markRushBlock,
  raiseAlertBlock,
  setFieldBlock,
  setTagBlock,
  branchBlock,
  conditionGroupBlock,
  inListBlock,
  lineConditionBlock,
  rushCriteriaBlock,
  seasonWindowBlock,
  stockCheckBlock,
  timeWindowBlock,
  calculationBlock,
  decisionTableBlock,
  lookupBlock,
  scoreCardBlock,
  groupBlock,
  noteBlock,
  creditChangedBlock,
  orderCancelledBlock,
  orderChangedBlock,
  orderDeliveredBlock,
  orderReceivedBlock,
  orderReleasedBlock,
  orderShippedBlock,
  paymentChangedBlock,
  rushRequestedBlock,
];
