import type { Text } from '../../rules-library/schema/text.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Outcome,
  type Press,
  type RaisedEvent,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderChanged } from '../orders/changed.ts';
import type { HistoryNote } from '../orders/history.ts';
import type { StoredOrder } from '../orders/order.ts';
import { lockAudit } from './lock/lock-audit.ts';
import { needsOfTarget, targetLocks, type OrderLocks } from './lock-targets.ts';
import { withLocks } from './order-locks.ts';
import type { Reservation } from './reservation.ts';
import { StockBook } from './stock-book.ts';

/** What a button did to locks of an order. */
export interface Acted {
  /** The locks it acted on, as they were. */
  before: readonly Reservation[];
  /** As they are now, new parts of cut ones too. */
  after: readonly Reservation[];
  text: Text;
  /** The order, where more of it changed than its locks. */
  order?: StoredOrder;
  wait?: HistoryNote['wait'];
  port?: string;
  result?: Record<string, unknown>;
  raised?: readonly RaisedEvent[];
}

interface LockButton<Input> {
  name: string;
  /** What it is called in the history of the order. */
  note: string;
  raises?: readonly string[];
  /** Where its locks are found; those of its reservation or order unless said. */
  needs?: CommandHandler<Input>['needs'];
  find?: (press: Press<Input>, state: State) => OrderLocks | Refusal;
  act: (book: StockBook, found: OrderLocks, press: Press<Input>, state: State) => Acted | Refusal;
}

/** A button on locks of one order: moves their units and keeps order, history and audit in step. */
export function lockButton<Input>({
  name,
  note,
  raises,
  needs = needsOfTarget,
  find = targetLocks,
  act,
}: LockButton<Input>): CommandHandler {
  return defineHandler<Input>({
    name,
    ...(raises === undefined ? {} : { raises }),
    needs,
    plan(press, state): Outcome | Refusal {
      const found = find(press, state);
      if (isRefusal(found)) return found;
      const draft = new Draft(state);
      const acted = act(new StockBook(draft, press), found, press, state);
      if (isRefusal(acted)) return acted;
      const { before, after, text, order = found.order, wait, result, port, raised } = acted;
      const changed = orderChanged({
        after: withLocks(order, after),
        note: {
          type: note,
          text,
          data: { locks: after.map(({ _id }) => _id) },
          ...(wait === undefined ? {} : { wait }),
        },
        press,
        state,
        audit: {
          before: { ...lockAudit(order._id, before), state: found.order.state },
          after: { ...lockAudit(order._id, after), state: order.state },
        },
        result: {
          locks: after.map(({ _id: id, state: now, quantity }) => ({ id, state: now, quantity })),
          ...result,
        },
        ...(raised === undefined ? {} : { raised }),
      });
      draft.apply(changed.changes);
      return { ...changed, changes: draft.changes, ...(port === undefined ? {} : { port }) };
    },
  });
}

/** A refusal of a button on locks, in words. */
export function lockRefusal(code: string, text: Text): Refusal {
  return { refused: { code: 'refused', message: text, details: { reasons: [{ code, text }], cures: [] } } };
}
