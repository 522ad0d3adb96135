import type { Text } from '../../rules-library/schema/text.ts';
import { drawnOf, openNext } from '../approvals/gate-approvals.ts';
import { parkedAlready, parkedPress } from '../approvals/parked-press.ts';
import { openStep } from '../approvals/approval-steps.ts';
import type { StoredApproval } from '../approvals/approval.ts';
import { whoWords } from '../approvals/who-may.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import type { StoredEffect } from '../decisions/decision.ts';
import type { Outcome, Press, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import type { Stages } from '../stages/stages.ts';
import type { Asked } from './gates.ts';

export interface ParkingTools {
  vault: PersonalVault;
  stages: Stages;
}

interface Parking {
  /** The press in which it is parked. */
  press: Press;
  /** The one that waits. */
  meant: Press;
  asked: Asked;
  /** Only asked about, to be pressed elsewhere. */
  isQuestion: boolean;
  /** What it would change. */
  audit: Outcome['audit'];
}

/** What became of a press before which approvals stand. */
export interface Parked {
  /** The approval that is asked; null when none asks anybody: it may pass, or is denied after all. */
  open: StoredApproval | null;
  denials: readonly StoredEffect[];
  decided: readonly DecidedEvent[];
}

/** Keeps the press and opens the first of the approvals before it. */
export function park(
  { press, meant, asked, isQuestion, audit }: Parking,
  { vault, stages }: ParkingTools,
  draft: Draft,
): Parked {
  const input = meant.input as Record<string, unknown>;
  const shows = { before: audit?.before ?? null, after: audit?.after ?? input };
  const parked = parkedPress(meant, { asked: isQuestion, shows }, vault);
  const then = drawnOf(asked.approvals);
  // The gate's own decision is number 0 of the press, the stages behind it follow.
  return openNext({ ...parked, then }, press, { stages, name: (at) => `0v${at}` }, draft);
}

/** The approval the same press, or question, waits for already. */
export function waitingFor(order: string, meant: Press, isQuestion: boolean, state: State) {
  const known = state.get<StoredOrder>('orders', order);
  return known === undefined ? undefined : parkedAlready(known, meant, isQuestion, state);
}

/** 「修改金额」等审批，由「财务」批，批准后自动生效。 */
export function pendingText(label: Text, approval: StoredApproval): Text {
  const step = openStep(approval);
  const who = step === undefined ? null : whoWords(step.who);
  const [zh, en] =
    approval.parked?.asked === true
      ? ['批准后再按', 'press it once approved']
      : ['批准后自动生效', 'it takes effect once approved'];
  return {
    zh: `「${label.zh}」等审批${who === null ? '' : `，由「${who.zh}」批`}，${zh}`,
    en: `"${label.en}" awaits approval${who === null ? '' : ` by ${who.en}`}; ${en}`,
  };
}
