import type { DecidedEvent } from '../decisions/decider.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { changeOrder } from '../orders/history.ts';
import { isOpen, type OrderWait, type StoredOrder } from '../orders/order.ts';
import { withoutWait } from '../stages/order-waits.ts';
import type { Stages } from '../stages/stages.ts';
import { stopTimer } from '../timers/timer.ts';
import type { StoredWait } from './wait.ts';

type Port = 'reached' | 'happened' | 'timedOut';

const texts = {
  reached: { zh: '等的时间到了', en: 'The time waited for is reached' },
  happened: { zh: '等的事发生了', en: 'What was waited for has happened' },
  timedOut: { zh: '没有等到', en: 'It did not happen in time' },
} as const;

interface Ending {
  press: Press;
  draft: Draft;
  stages: Stages;
  /** Which decision of the press the stage is, from 1. */
  index: number;
}

/** A wait is over: it leaves its order, and the flow goes on by how it ended. */
export function endWait(
  wait: StoredWait,
  order: StoredOrder,
  port: Port,
  { press, draft, stages, index }: Ending,
): DecidedEvent {
  const ended: StoredWait = { ...wait, state: port, open: false, endedAt: draft.now, timer: null };
  draft.apply([
    ...stopTimer(draft.get('timers', wait.timer ?? '') === undefined ? null : wait.timer),
    { put: 'waits', document: ended },
  ]);
  const note = { type: 'wait-ended', text: texts[port] };
  draft.apply(changeOrder(withoutWait(order, wait._id), press, draft.now, [note]).changes);
  return stages.enter(press, { origin: wait.origin, port, subject: wait.subject, index }, draft);
}

/**
 * An event has happened to an order: what waits for it (`waitingFor`) goes on, each as a decision of its own, numbered on from
 * `index`. The waits have to have been read (`needsOfWaits`), and what their stages read.
 */
export function happened(
  waiting: readonly OrderWait[],
  orderId: string,
  { press, draft, stages, index }: Ending,
): DecidedEvent[] {
  const decided: DecidedEvent[] = [];
  for (const { id } of waiting) {
    const wait = draft.get<StoredWait>('waits', id);
    const order = draft.get<StoredOrder>('orders', orderId);
    if (wait?.open !== true || order === undefined || !isOpen(order)) continue;
    decided.push(endWait(wait, order, 'happened', { press, draft, stages, index: index + decided.length }));
  }
  return decided;
}

/** The waits of an order for an event. */
export function waitingFor(event: string, order: Pick<StoredOrder, 'waits'> | undefined): OrderWait[] {
  return (order?.waits ?? []).filter((wait) => wait.kind === 'wait' && wait.event === event);
}

export const waitTexts = texts;
