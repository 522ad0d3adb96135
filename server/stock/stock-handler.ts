import type { Text } from '../../rules-library/schema/text.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { readStockKey, type Balance, type Movement } from './balance/balance.ts';
import type { LedgerKind } from './ledger.ts';
import { stockOfSku } from './lock/allocate.ts';
import { StockBook } from './stock-book.ts';
import { touchSku } from './touch-sku.ts';
import { warehouseName } from './warehouse-name.ts';

interface StockButton<Input> {
  name: string;
  kind: LedgerKind;
  /** The movement, or why it cannot be. `creates` a balance that is not there yet. */
  move: (balance: Balance, input: Input, press: Press<Input>) => Movement | Refusal;
  creates?: true;
  /** What it did. */
  done: (input: Input, place: Place, after: Balance) => Text;
}

/** Where it happened, as texts name it. */
export interface Place {
  warehouse: string;
  sku: string;
}

/** A button on one balance: moves its units and writes the ledger line. */
export function stockHandler<Input>({ name, kind, move, creates, done }: StockButton<Input>): CommandHandler {
  return defineHandler<Input>({
    name,
    needs({ target }, state) {
      const place = target === null ? null : readStockKey(target.id);
      if (place === null) return [];
      // A new balance is written beside those of its SKU.
      if (state !== undefined && state.get('stock', target!.id) === undefined) return [stockOfSku(place.sku)];
      return [
        { collection: 'stock', ids: [target!.id] },
        { collection: 'warehouses', ids: [place.warehouse] },
      ];
    },
    refusal(press, state) {
      const found = balanceOf(press, state, creates === true);
      return isRefusal(found) ? found : null;
    },
    plan(press, state) {
      const found = balanceOf(press, state, creates === true);
      if (isRefusal(found)) return found;
      const draft = new Draft(state);
      const book = new StockBook(draft, press);
      const before = book.balanceOrEmpty(found.key);
      const moved = move(before, press.input, press);
      if (isRefusal(moved)) return moved;
      const { warehouse, sku } = before;
      if (state.get('stock', before._id) === undefined) draft.apply(touchSku(sku, state));
      book.enter(moved, kind);
      return {
        changes: draft.changes,
        result: { stock: before._id, ...unitsIn(moved.balance) },
        text: done(press.input, { warehouse: warehouseName(state, warehouse), sku }, moved.balance),
        audit: { before: unitsIn(before), after: unitsIn(moved.balance) },
        signals: [stockSignal(before._id)],
      };
    },
  });
}

/** News that a balance changed. */
export function stockSignal(key: string): { name: string; data: { key: string } } {
  return { name: 'stock.changed', data: { key } };
}

/** A refusal of a button on stock, in words. */
export function stockRefusal(code: string, text: Text, cures: readonly object[] = []): Refusal {
  return {
    refused: { code: 'refused', message: text, details: { reasons: [{ code, text }], cures } },
  };
}

function balanceOf(
  { target }: Pick<Press, 'target'>,
  state: State,
  creates: boolean,
): { key: string } | Refusal {
  const key = target?.id ?? '';
  if (readStockKey(key) === null) {
    return {
      refused: {
        code: 'bad-input',
        path: 'target',
        message: {
          zh: '库存的写法是 仓|商品，如 WH03|BRK-2041',
          en: 'Stock is written WAREHOUSE|SKU, such as WH03|BRK-2041',
        },
      },
    };
  }
  if (creates || state.get('stock', key) !== undefined) return { key };
  return {
    refused: {
      code: 'not-found',
      path: 'target',
      message: { zh: '这个仓还没有这个商品的库存', en: 'This warehouse has no stock of this SKU yet' },
    },
  };
}

function unitsIn({ onHand, blocked, open, band, held, confirmed, wanted }: Balance): Record<string, unknown> {
  return { onHand, blocked, open, band, wanted, held, confirmed };
}
