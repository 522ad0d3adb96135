import { records, type Store } from '../store/store.ts';
import type { StoredOrder } from './order.ts';

export interface OrderFilter {
  /** Beginning of the channel's number, or our id. */
  q?: string | undefined;
  state?: string | undefined;
  channel?: string | undefined;
  held?: boolean | undefined;
  /** Code of a hold. */
  hold?: string | undefined;
  rush?: boolean | undefined;
}

export interface OrderPage {
  limit: number;
  cursor?: string | undefined;
}

const orderIdForm = /^[0-9a-z]{26}$/;

/** A page of orders, the newest first (by number when looking for one), and where the next begins. */
export async function findOrders(
  store: Store,
  filter: OrderFilter,
  { limit, cursor }: OrderPage,
): Promise<{ orders: StoredOrder[]; next: string | null }> {
  const orders = records<StoredOrder>(store, 'orders');
  const { q } = filter;
  if (q !== undefined && orderIdForm.test(q)) {
    const known = await orders.byId(q);
    if (known !== null) return { orders: [known], next: null };
  }
  const where = whereOf(filter);
  const found =
    q === undefined
      ? await orders.find(
          { ...where, ...before(cursor) },
          { sort: { receivedAt: -1, _id: -1 }, limit: limit + 1 },
        )
      : await orders.find(
          {
            ...where,
            externalId: { ...(cursor === undefined ? { $gte: q } : { $gt: cursor }), $lt: `${q}\uffff` },
          },
          { sort: { externalId: 1 }, limit: limit + 1 },
        );
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  if (last === undefined) return { orders: page, next: null };
  return { orders: page, next: q === undefined ? `${last.receivedAt}_${last._id}` : last.externalId };
}

function whereOf({ state, channel, held, hold, rush }: OrderFilter): Record<string, unknown> {
  return {
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(held === undefined && hold === undefined ? {} : { held: held ?? true }),
    ...(hold === undefined ? {} : { 'holds.code': hold }),
    ...(rush === undefined ? {} : { isRush: rush }),
  };
}

/** What comes after the last row of a page; several orders may have been received in the same millisecond. */
function before(cursor: string | undefined): Record<string, unknown> {
  if (cursor === undefined) return {};
  const [at, id] = cursor.split('_', 2);
  const receivedAt = Number(at);
  return {
    receivedAt: { $lte: receivedAt },
    $or: [{ receivedAt: { $lt: receivedAt } }, { _id: { $lt: id } }],
  };
}
