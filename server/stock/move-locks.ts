import { layerLabel, type Layer } from '../../rules-library/choices/layers.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { StoredOrder } from '../orders/order.ts';
import { locksOf } from './order-locks.ts';
import { StockBook } from './stock-book.ts';

/**
 * Moves the open locks of an order to another layer, on the draft. Those that hold units of a more important layer's floor, and would
 * find no others, stay where they are: the words say so. Empty words where nothing was to be moved.
 */
export function moveLocks(order: StoredOrder, layer: Layer, press: Press, draft: Draft): Text {
  const book = new StockBook(draft, press);
  let moved = 0;
  let stayed = 0;
  for (const lock of locksOf(order, draft)) {
    if (lock.layer === layer) continue;
    if (book.relayer(lock, layer) === null) stayed += lock.quantity;
    else moved += lock.quantity;
  }
  const label = layerLabel(layer);
  const stays =
    stayed === 0
      ? { zh: '', en: '' }
      : { zh: `，${stayed} 件用着保底，换不了`, en: `; ${stayed} use a floor and stay` };
  if (moved === 0) return stays;
  return {
    zh: `，锁着的 ${moved} 件换到${label.zh}${stays.zh}`,
    en: `; ${moved} locked pieces moved along${stays.en}`,
  };
}
