import type { HistoryNote } from '../orders/history.ts';
import { changeOrder } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { awaitingApproval, withoutWait, withWait } from '../stages/order-waits.ts';
import { setTimer, stopTimer } from '../timers/timer.ts';
import type { StoredApproval } from './approval.ts';
import { openStep, type ApprovalRun, type ApprovalStep } from './approval-steps.ts';
import { audienceOf, roomsOfWho } from './who-may.ts';

/** The timer action of approvals. */
export const approvalTimer = 'approval';

interface Keeping {
  press: Press;
  draft: Draft;
  /** Its line in the history of the order. */
  note: HistoryNote;
}

/**
 * Writes an approval as far as it has come: whom it waits for now, its timer, the hold on its order and the order's history. One that
 * has ended leaves the order's waits, and its hold with the last.
 */
export function keepApproval(
  known: StoredApproval,
  { state, steps, left, round }: ApprovalRun,
  { press, draft, note }: Keeping,
): StoredApproval {
  const run: ApprovalRun = { state, steps, left, round };
  const step = openStep(run);
  const before = openStep(known);
  const dueAt = step?.dueAt ?? null;
  const isNew = draft.get('approvals', known._id) === undefined;
  const sameTimer = !isNew && dueAt !== null && dueAt === before?.dueAt;
  const timer = dueAt === null ? null : sameTimer ? known.timer : `${known._id}|${press.id}`;
  const approval: StoredApproval = {
    ...known,
    ...run,
    open: step !== undefined,
    endedAt: step === undefined ? draft.now : null,
    audience: step === undefined ? known.audience : audienceOf(step.who),
    rooms: step === undefined ? known.rooms : roomsOfWho(step.who),
    timer,
    sequenced: step === undefined || (known.sequenced && !isNew && isSameAsking(known, before, run, step)),
  };
  if (timer !== known.timer) draft.apply(stopTimer(known.timer));
  if (timer !== null && !sameTimer) {
    const { order, origin } = known;
    const due = { _id: timer, due: dueAt!, kind: approvalTimer, of: known._id };
    draft.apply([setTimer({ ...due, order, release: origin?.release ?? null })]);
  }
  draft.apply([{ put: 'approvals', document: approval }]);
  const order = draft.get<StoredOrder>('orders', known.order ?? '');
  if (order !== undefined) {
    const after =
      step === undefined ? withoutWait(order, known._id) : waiting(order, approval, dueAt, draft.now);
    draft.apply(changeOrder(after, press, draft.now, [note]).changes);
  }
  return approval;
}

/** Whether it still asks the same people the same thing as those who were told know. */
function isSameAsking(
  known: StoredApproval,
  before: ApprovalStep | undefined,
  run: ApprovalRun,
  step: ApprovalStep,
): boolean {
  return (
    before !== undefined &&
    known.round === run.round &&
    before.id === step.id &&
    audienceOf(before.who) === audienceOf(step.who)
  );
}

function waiting(
  order: StoredOrder,
  { _id: id, timer, origin }: StoredApproval,
  until: number | null,
  now: number,
): StoredOrder {
  const wait = { kind: 'approval' as const, id, timer, release: origin?.release ?? null };
  const held = order.holds.find(({ code }) => code === awaitingApproval);
  const hold = {
    ...(held ?? { code: awaitingApproval, since: now, by: 'system', blocks: ['release', 'ship'] }),
    until,
  };
  const holds = [...order.holds.filter((one) => one !== held), hold];
  return withWait({ ...order, holds }, wait);
}
