import type { Text } from '../../rules-library/schema/text.ts';
import type { Change, Outcome, Press, RaisedEvent, Signal, State } from '../door/handler.ts';
import { changeOrder, type HistoryNote } from './history.ts';
import { orderRow } from './order-view.ts';
import type { StoredOrder } from './order.ts';

interface Changed {
  after: StoredOrder;
  note: Omit<HistoryNote, 'decision'>;
  press: Press;
  state: State;
  audit?: Outcome['audit'];
  result?: Record<string, unknown>;
  more?: readonly Change[];
  signals?: readonly Signal[];
  raised?: readonly RaisedEvent[];
}

/** What a button that changes an order answers: the change, its line in the history, and news of the order. */
export function orderChanged({
  after,
  note,
  press,
  state,
  audit,
  result = {},
  more = [],
  signals = [],
  raised,
}: Changed): Outcome {
  const decision = press.cause?.decision ?? null;
  const { order, changes } = changeOrder(after, press, state.now, [{ ...note, decision }]);
  return {
    changes: [...changes, ...more],
    result: { order: order._id, state: order.state, ...result },
    text: note.text,
    ...(audit === undefined ? {} : { audit }),
    signals: [orderSignal(order), ...signals],
    ...(raised === undefined ? {} : { raised }),
  };
}

/** Nothing to do: it is so already. */
export function unchanged(order: StoredOrder, text: Text): Outcome {
  return { changes: [], result: { order: order._id, state: order.state, unchanged: true }, text };
}

/** Hint for lists that show the order. */
export function orderSignal(order: StoredOrder): Signal {
  return { name: 'order.changed', data: { order: orderRow({ ...order, rev: order.rev + 1 }) } };
}
