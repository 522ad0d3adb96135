import type { z } from 'zod';
import type { Layer } from '../../../rules-library/choices/layers.ts';
import type { LockInput } from '../../../rules-library/commands/lock-stock.command.ts';
import type { Need, State } from '../../door/handler.ts';
import { needsOfTier } from '../../orders/order-documents.ts';
import type { StoredOrder } from '../../orders/order.ts';
import { stockKey, type Balance } from '../balance/balance.ts';
import { available } from '../balance/reserve.ts';
import { needsOfCaps } from '../cap.ts';
import { needsOfLocks } from '../order-locks.ts';
import { stockOfSku } from './allocate.ts';

/** What of an order says what locking it reads; known before the order is stored. */
export type Lockable = Pick<StoredOrder, 'channel' | 'lines' | 'repairShop' | 'customer' | 'locks'>;

type Asked = Pick<z.output<typeof LockInput>, 'lines' | 'layer'>;

/**
 * What locking these lines reads: a line's own warehouse by its key, else all that have the SKU; where the own one has too little, those
 * too, for what the refusal says.
 */
export function needsToLock(order: Lockable, { lines, layer }: Asked, state?: State): Need[] {
  const asked = new Map<string, { warehouse?: string | undefined }>(
    (lines ?? []).map((one) => (typeof one === 'string' ? [one, {}] : [one.lineId, one])),
  );
  const places = order.lines
    .filter(({ lineId }) => lines === undefined || asked.has(lineId))
    .map(({ lineId, sku, quantity, warehouse }) => ({
      sku,
      quantity,
      warehouse: asked.get(lineId)?.warehouse ?? warehouse,
    }));
  const fixed = places.flatMap(({ sku, warehouse }) => (warehouse === undefined ? [] : { sku, warehouse }));
  const searched = places.filter(
    ({ sku, warehouse, quantity }) =>
      warehouse === undefined || hasTooLittle(stockKey(warehouse, sku), quantity, layer, state),
  );
  const found = searched.flatMap(({ sku }) => state?.find<Balance>(stockOfSku(sku)) ?? []);
  const all = [...fixed, ...found];
  return [
    ...needsOfLocks(order, state),
    ...needsOfTier(order),
    { collection: 'stock', ids: fixed.map(({ sku, warehouse }) => stockKey(warehouse, sku)) },
    ...searched.map(({ sku }) => stockOfSku(sku)),
    ...needsOfCaps(order.channel, all),
    { collection: 'warehouses', ids: all.map(({ warehouse }) => warehouse) },
  ];
}

/** Whether what was read of the own warehouse may not be enough; false before it was read. */
function hasTooLittle(
  key: string,
  quantity: number,
  layer: Layer | undefined,
  state: State | undefined,
): boolean {
  const balance = state?.get<Balance>('stock', key);
  return balance !== undefined && available(balance, layer ?? 'unpaid') < quantity;
}
