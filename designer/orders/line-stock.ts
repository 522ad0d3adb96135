import { layerIds } from '../../rules-library/choices/layers.ts';
import type { OrderView } from '../../rules-library/contract/orders.ts';
import type { BalanceView, ReservationView } from '../../rules-library/contract/stock.ts';
import type { Divided } from '../stock/segments.ts';

/** How a line of an order stands: what is there, what is locked for it, what is missing. */
export interface LineStock {
  sku: string;
  /** Units of its warehouse, or of all where it has none; null: there never were any. */
  balance: Divided | null;
  /** Name of its warehouse; null: all of them. */
  place: string | null;
  /** Where most of it is free, if that is another warehouse. */
  elsewhere: { warehouse: string; open: number } | null;
  locked: { warehouse: string; units: number; picked: boolean }[];
  /** Ordered and neither shipped nor locked. */
  short: number;
}

const open: ReadonlySet<ReservationView['state']> = new Set(['held', 'confirmed', 'picked']);

/** The stock behind each line, by line. */
export function lineStocks(
  order: Pick<OrderView, 'lines'>,
  balances: readonly BalanceView[],
  locks: readonly ReservationView[],
): Map<string, LineStock> {
  return new Map(
    order.lines.map(({ lineId, sku, quantity, warehouse }) => {
      const there = balances.filter((balance) => balance.sku === sku);
      const own = warehouse === null ? there : there.filter((balance) => balance.warehouse === warehouse);
      const [richest] = there.toSorted((one, other) => other.open - one.open);
      const ofLine = locks.filter(({ line }) => line === lineId);
      const locked = ofLine.filter(({ state }) => open.has(state));
      const gone = sumOf(ofLine.filter(({ state }) => state === 'consumed'));
      const isElsewhere = warehouse !== null && richest !== undefined && richest.warehouse !== warehouse;
      return [
        lineId,
        {
          sku,
          balance: own.length === 0 ? null : together(own),
          place: warehouse === null ? null : (own[0]?.warehouseName ?? warehouse),
          elsewhere:
            isElsewhere && richest.open > 0
              ? { warehouse: richest.warehouseName ?? richest.warehouse, open: richest.open }
              : null,
          locked: byWarehouse(locked),
          short: Math.max(0, quantity - gone - sumOf(locked)),
        },
      ];
    }),
  );
}

function sumOf(locks: readonly ReservationView[]): number {
  return locks.reduce((sum, { quantity }) => sum + quantity, 0);
}

function byWarehouse(locks: readonly ReservationView[]): LineStock['locked'] {
  const units = new Map<string, LineStock['locked'][number]>();
  for (const { warehouse, warehouseName, quantity, state } of locks) {
    const known = units.get(warehouse);
    units.set(warehouse, {
      warehouse: warehouseName ?? warehouse,
      units: (known?.units ?? 0) + quantity,
      picked: (known?.picked ?? true) && state === 'picked',
    });
  }
  return [...units.values()];
}

/** Several balances as one bar. */
function together(balances: readonly BalanceView[]): Divided {
  const add = (of: (balance: BalanceView) => number | undefined): number =>
    balances.reduce((sum, balance) => sum + (of(balance) ?? 0), 0);
  const byLayer = (of: (balance: BalanceView) => Divided['band']): Divided['band'] =>
    Object.fromEntries(layerIds.map((layer) => [layer, add((balance) => of(balance)[layer])]));
  return {
    open: add((balance) => balance.open),
    blocked: add((balance) => balance.blocked),
    band: byLayer((balance) => balance.band),
    reservedBy: byLayer((balance) => balance.reservedBy),
  };
}
