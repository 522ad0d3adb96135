import type { DecidedEvent } from '../decisions/decider.ts';
import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import type { Outcome, Refusal, State, StoredDocument } from '../door/handler.ts';
import { holdsOf } from '../orders/order-result.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ReadEvent } from './read-event.ts';

export interface StoredEvent extends StoredDocument {
  type: string;
  order: string;
  occurredAt: number;
  at: number;
  fingerprint: string;
  status: 'accepted' | 'recorded';
  decision: string | null;
  alerts: string[];
}

/** The answer of `POST /events`. */
export function eventAnswer(
  id: string,
  status: 'accepted' | 'repeated' | 'recorded',
  order: StoredOrder | undefined,
  decision: Pick<DecidedEvent, 'id' | 'release' | 'events'> | undefined,
  alerts: string[],
): Record<string, unknown> {
  return {
    id,
    status,
    holds: order === undefined ? [] : holdsOf(order),
    alerts,
    ...(decision === undefined
      ? {}
      : { decision: { id: decision.id, release: decision.release, events: decision.events } }),
  };
}

/** The same answer again; another event under the same id is refused. */
export function repeatedEvent(
  event: ReadEvent,
  known: StoredEvent,
  fingerprint: string,
  state: State,
): Outcome | Refusal {
  if (known.fingerprint !== fingerprint) {
    return {
      refused: {
        code: 'key-reused',
        path: 'id',
        message: {
          zh: `事件编号「${event.id.slice(0, 80)}」已用于另一个内容不同的事件，请换一个`,
          en: `The event id "${event.id.slice(0, 80)}" was used for another event with other content; use a new one`,
        },
      },
    };
  }
  const stored = state.get<StoredDecision>('decisions', known.decision ?? '');
  const order = state.get<StoredOrder>('orders', known.order);
  const decision =
    stored === undefined
      ? undefined
      : {
          id: stored._id,
          release: stored.release,
          events: bodyOf(stored).effects.map(({ command, input }) => ({ type: command, params: input })),
        };
  return {
    changes: [],
    result: eventAnswer(event.id, 'repeated', order, decision, known.alerts),
    text: { zh: '这个事件已经收过', en: 'This event was here before' },
    alerts: [],
  };
}
