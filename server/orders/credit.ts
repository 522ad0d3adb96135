import type { Change, State, StoredDocument } from '../door/handler.ts';
import { isOpen, type StoredOrder } from './order.ts';

/** Credit in use of one account: `shop:ID` or `customer:ID`. */
export interface StoredCredit extends StoredDocument {
  /** What open orders on account have not paid yet. Fen. */
  used: number;
  orders: number;
}

/** Whose credit an order would use: its shop's, else its customer's. */
export function accountOf(order: Pick<StoredOrder, 'repairShop' | 'customer'>): string | null {
  if (order.repairShop !== undefined) return `shop:${order.repairShop}`;
  return order.customer.externalId === undefined ? null : `customer:${order.customer.externalId}`;
}

/** What an order takes of it now: the unpaid rest of an open order on account. Null: none, or it cannot be told. */
export function creditTaken(order: StoredOrder): number {
  if (!isOpen(order) || order.payment.status !== 'on_account') return 0;
  return Math.max(0, (order.total ?? 0) - (order.payment.paid ?? 0));
}

/**
 * Moves the account by what an order takes more or less than before, and enters it on the order. The account is written
 * whenever the order has one that is in use: a decision that reads it must notice when it moves.
 */
export function moveCredit(order: StoredOrder, state: State): { order: StoredOrder; changes: Change[] } {
  const account = accountOf(order);
  if (account === null) return { order, changes: [] };
  const amount = creditTaken(order);
  const before = order.credit?.amount ?? 0;
  const known = state.get<StoredCredit>('credits', account);
  if (known === undefined && amount === 0) return { order, changes: [] };
  const orders = (known?.orders ?? 0) + (amount > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
  const document = { _id: account, used: (known?.used ?? 0) + amount - before, orders };
  const entered: StoredOrder = amount === before ? order : { ...order, credit: { account, amount } };
  return { order: entered, changes: [{ put: 'credits', document }] };
}
