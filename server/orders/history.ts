import type { Text } from '../../rules-library/schema/text.ts';
import type { Change, Press, StoredDocument } from '../door/handler.ts';
import type { StoredOrder } from './order.ts';

export interface HistoryEntry extends StoredDocument {
  order: string;
  n: number;
  at: number;
  type: string;
  text: Text;
  actor: string;
  decision: string | null;
  reason: string | null;
  voucher: string | null;
  data?: Record<string, unknown>;
  /** Name of the person who did it; others are named by their id. */
  actorName?: Text;
  /** For an entry that ends a wait: what was waited for (`hold:CODE`, `state:STATE`) and how long, ms. */
  endsWait?: true;
  wait?: string;
  waited?: number;
}

const digits = 6;

/** Id of an entry: all of one order lie together, in order. */
export function historyId(order: string, n: number): string {
  return `${order}|${String(n).padStart(digits, '0')}`;
}

export interface HistoryNote {
  type: string;
  text: Text;
  decision?: string | null;
  data?: Record<string, unknown>;
  /** The wait that ends with it. */
  wait?: { name: string; since: number };
}

/** Puts a changed order together with the entries that say what changed; they share one transaction for ever. */
export function changeOrder(
  order: StoredOrder,
  press: Pick<Press, 'actor' | 'reason' | 'voucher'>,
  now: number,
  notes: readonly HistoryNote[],
): { order: StoredOrder; changes: Change[] } {
  const changed: StoredOrder = {
    ...order,
    held: order.holds.length > 0,
    changedAt: now,
    history: order.history + notes.length,
  };
  const entries = notes.map((note, index): Change => {
    const n = order.history + index + 1;
    const document = {
      _id: historyId(order._id, n),
      order: order._id,
      n,
      at: now,
      type: note.type,
      text: note.text,
      actor: press.actor.id,
      decision: note.decision ?? null,
      reason: press.reason,
      voucher: press.voucher,
      ...(note.data === undefined ? {} : { data: note.data }),
      ...(press.actor.kind === 'person' ? { actorName: press.actor.name } : {}),
      ...(note.wait === undefined
        ? {}
        : { endsWait: true, wait: note.wait.name, waited: Math.max(0, now - note.wait.since) }),
    };
    return { put: 'orderHistory', document };
  });
  return { order: changed, changes: [{ put: 'orders', document: changed }, ...entries] };
}
