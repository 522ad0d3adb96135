import { layerIds, type Layer } from '../../rules-library/choices/layers.ts';
import { ledgerKinds } from '../../rules-library/choices/ledger-kinds.ts';
import type { BalanceView, LedgerLineView, ReservationView } from '../../rules-library/contract/stock.ts';
import type { Balance } from './balance/balance.ts';
import { available } from './balance/reserve.ts';
import type { LedgerLine } from './ledger.ts';
import type { Reservation } from './reservation.ts';

/** Names by id: from the catalogue, or the numbers of orders. */
export type Names = ReadonlyMap<string, string>;

export function balanceView(balance: Balance, warehouses: Names, skus: Names): BalanceView {
  const { _id, seq: _seq, chainHead: _head, ...rest } = balance;
  return {
    ...(rest as unknown as Omit<BalanceView, 'key' | 'warehouseName' | 'name' | 'available'>),
    key: _id,
    warehouseName: warehouses.get(balance.warehouse) ?? null,
    name: skus.get(balance.sku) ?? null,
    available: Object.fromEntries(layerIds.map((layer) => [layer, available(balance, layer)])) as Record<
      Layer,
      number
    >,
  };
}

export function ledgerLineView(line: LedgerLine, orders: Names): LedgerLineView {
  const { key, seq, kind, changes, press, cause, actor, at, hash } = line;
  return {
    key,
    seq,
    kind,
    label: ledgerKinds.find(({ value }) => value === kind)?.label ?? { zh: kind, en: kind },
    changes,
    press,
    cause,
    actor,
    actorName: line.actorName ?? null,
    at: at.toISOString(),
    reason: line.reason ?? null,
    voucher: line.voucher ?? null,
    reservation: line.reservation ?? null,
    order: orderOfLine(line),
    orderNumber: orders.get(orderOfLine(line) ?? '') ?? null,
    hash,
  };
}

/** The order whose lock a line is about. */
export function orderOfLine({ reservation }: LedgerLine): string | null {
  return reservation?.split('|', 1)[0] ?? null;
}

export function reservationView(reservation: Reservation, warehouses: Names, orders: Names): ReservationView {
  const { _id, order, line, warehouse, sku, quantity, layer, strategy, channel, state, unpaid, press } =
    reservation;
  return {
    id: _id,
    order,
    orderNumber: orders.get(order) ?? null,
    line,
    warehouse,
    warehouseName: warehouses.get(warehouse) ?? null,
    sku,
    quantity,
    layer,
    strategy,
    channel,
    state,
    unpaid,
    expiresAt: reservation.expiring ? (reservation.expiresAt?.toISOString() ?? null) : null,
    press,
    at: reservation.at.toISOString(),
    endedAt: reservation.endedAt?.toISOString() ?? null,
  };
}
