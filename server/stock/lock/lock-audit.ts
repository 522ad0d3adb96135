import type { Reservation } from '../reservation.ts';

/** Locks as an audit entry names them. */
export function lockAudit(order: string, locks: readonly Reservation[]): Record<string, unknown> {
  return {
    order,
    locks: locks.map(({ _id: id, sku, warehouse, quantity, layer, state }) => ({
      id,
      sku,
      warehouse,
      quantity,
      layer,
      state,
    })),
  };
}
