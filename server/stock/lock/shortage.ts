import type { Layer } from '../../../rules-library/choices/layers.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import type { Refusal, State } from '../../door/handler.ts';
import type { StoredOrder } from '../../orders/order.ts';
import { notNow, type Cure, type Reason } from '../../orders/refusal.ts';
import { stockKey, type Balance } from '../balance/balance.ts';
import { available } from '../balance/reserve.ts';
import type { StockBook } from '../stock-book.ts';
import { warehouseName } from '../warehouse-name.ts';
import { candidates, roomIn, stockOfSku, type Allocated } from './allocate.ts';
import { spaced } from './lock-words.ts';

interface Asking {
  order: StoredOrder;
  layer: Layer;
  /** As it was before anything of this press was locked. */
  book: StockBook;
  state: State;
  /** Why it was not tried by re-allocating, where that was asked for. */
  also: readonly Reason[];
}

/** Why not everything could be locked: what is there of each line, where there is more, and the buttons that help. */
export function shortageRefusal(lines: readonly Allocated[], asking: Asking): Refusal {
  const short = lines.filter((one) => one.short > 0);
  const reasons = short.map((one) => reasonOf(one, asking));
  const message = {
    zh: `库存不够，没有锁：${reasons.map(({ text }) => text.zh).join('；')}`,
    en: `Not enough stock, nothing was locked: ${reasons.map(({ text }) => text.en).join('; ')}`,
  };
  const anything = lines.some(({ locks }) => locks.length > 0);
  const cures: Cure[] = [
    ...(anything ? [{ name: 'lock-stock', input: { ifShort: 'what-there-is' } }] : []),
    ...short.flatMap((one) => elsewhere(one, asking)),
  ];
  return notNow(asking.order, message, [...reasons, ...asking.also], cures);
}

function reasonOf({ wanted: { line, quantity, warehouse } }: Allocated, asking: Asking): Reason {
  const { order, layer, book, state } = asking;
  const places = candidates(state, { line, quantity, warehouse });
  const mayTake = places.reduce((sum, balance) => sum + available(balance, layer), 0);
  const room = places.reduce(
    (sum, balance) => sum + roomIn(book, balance, { layer, channel: order.channel }),
    0,
  );
  const capped = room < mayTake && mayTake >= quantity;
  const where = warehouse === null ? { zh: '各仓', en: 'all warehouses' } : named(warehouse, state);
  const text: Text = capped
    ? {
        zh: `${line.sku} 要 ${quantity} 件，${spaced(where.zh)}这个渠道最多还能占 ${room} 件`,
        en: `${quantity} of ${line.sku} wanted, this channel may hold ${room} more in ${where.en}`,
      }
    : {
        zh: `${line.sku} 要 ${quantity} 件，${spaced(where.zh)}能锁 ${room} 件`,
        en: `${quantity} of ${line.sku} wanted, ${room} can be locked in ${where.en}`,
      };
  return { code: capped ? 'channel-cap' : 'shortage', text };
}

/** Another warehouse that has enough of a line that was to come from one. */
function elsewhere({ wanted: { line, quantity, warehouse } }: Allocated, asking: Asking): Cure[] {
  if (warehouse === null) return [];
  const { order, layer, book, state } = asking;
  const [other] = state
    .find<Balance>(stockOfSku(line.sku))
    .filter(
      (balance) =>
        balance._id !== stockKey(warehouse, line.sku) &&
        roomIn(book, balance, { layer, channel: order.channel }) >= quantity,
    )
    .sort((a, b) => available(b, layer) - available(a, layer) || (a._id < b._id ? -1 : 1));
  if (other === undefined) return [];
  const lines = [{ lineId: line.lineId, quantity, warehouse: other.warehouse }];
  return [
    { name: 'lock-stock', input: { lines } },
    {
      name: 'request-transfer',
      input: { from: other.warehouse, to: warehouse, sku: line.sku, quantity },
    },
  ];
}

function named(warehouse: string, state: State): Text {
  const name = warehouseName(state, warehouse);
  return { zh: name, en: name };
}
