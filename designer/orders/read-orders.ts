import { orderRowSchema } from '../../rules-library/contract/orders.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';

/** What a list of orders is narrowed to. */
export interface OrderFilter {
  /** Part of an order number or customer. */
  q?: string | undefined;
  state?: string | undefined;
  channel?: string | undefined;
  /** Only with some hold, or only with this one. */
  held?: boolean | undefined;
  hold?: string | undefined;
  rush?: boolean | undefined;
}

export interface OrderPage {
  limit: number;
  cursor?: string | undefined;
}

const answer = listAnswer(orderRowSchema);

/** One page of orders, the newest first. */
export function readOrders(filter: OrderFilter, page: OrderPage, signal?: AbortSignal) {
  return call({ path: '/orders', query: { ...filter, ...page }, answer, ...(signal && { signal }) });
}
