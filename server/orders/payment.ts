import type { StoredOrder } from './order.ts';

type Payable = Pick<StoredOrder, 'payment' | 'total'>;

/** What was paid, where it can be told: an unpaid order paid nothing, a paid one all. Fen. */
export function paidOf({ payment, total }: Payable): number | undefined {
  if (payment.paid !== undefined) return payment.paid;
  if (payment.status === 'unpaid' || payment.status === 'cod' || payment.status === 'on_account') return 0;
  return payment.status === 'paid' ? total : undefined;
}

/** What is still to be paid, where it can be told. Fen, never negative. */
export function dueOf(order: Payable): number | undefined {
  const paid = paidOf(order);
  return paid === undefined || order.total === undefined ? undefined : Math.max(0, order.total - paid);
}
