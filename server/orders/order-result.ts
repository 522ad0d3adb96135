import type { OrderResult } from '../../rules-library/contract/orders.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import { isoTime } from './order-view.ts';
import type { StoredOrder } from './order.ts';

/** The answer for one order of a list, without its place. */
export type Result = Omit<OrderResult, 'index'>;

export function holdsOf(order: StoredOrder): NonNullable<Result['holds']> {
  return order.holds.map(({ code, until }) => ({ code, until: until === null ? null : isoTime(until) }));
}

export function acceptedResult(order: StoredOrder, decided: readonly DecidedEvent[]): Result {
  const [first] = decided;
  return {
    status: 'accepted',
    id: order._id,
    state: order.state,
    holds: holdsOf(order),
    alerts: decided.flatMap(({ alerts }) => alerts),
    ...(first === undefined
      ? {}
      : { decision: { id: first.id, release: first.release, events: first.events } }),
  };
}

/** The order as it stands now, with what was decided when it first came. */
export function knownResult(
  order: StoredOrder,
  decision: StoredDecision | undefined,
  own: boolean,
  differs: boolean,
): Result {
  return {
    status: own ? 'accepted' : 'repeated',
    id: order._id,
    state: order.state,
    holds: holdsOf(order),
    alerts: decision?.alerts ?? [],
    ...(decision === undefined
      ? {}
      : {
          decision: {
            id: decision._id,
            release: decision.release,
            events: bodyOf(decision).effects.map(({ command, input }) => ({ type: command, params: input })),
          },
        }),
    ...(differs ? { differs: true } : {}),
  };
}
