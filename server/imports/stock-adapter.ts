import type { VerdictCounts } from '../../rules-library/contract/imports.ts';
import { stockCountSchema, type StockCount } from '../../rules-library/schema/stock-count.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { PlannedItem } from '../catalog/plan-items.ts';
import type { State } from '../door/handler.ts';
import { issuesOf } from '../http/validate.ts';
import { stockKey, type Balance } from '../stock/balance/balance.ts';
import { free } from '../stock/balance/move-units.ts';
import { records, type Store } from '../store/store.ts';
import { NotAllowed, type ImportAdapter, type PressAs } from './import-adapter.ts';
import { countVerdicts, type RejectedLine, type StagedRow } from './stored-import.ts';

/** As many presses as the door takes into one group. */
const atOnce = 64;

/**
 * Stock as counted: a first count comes in by `receive-stock`, another one is adjusted by what it differs from the book. What the person
 * was shown is what is done: a balance that has moved since then is left as it is, and said so.
 */
export function stockAdapter(store: Store): ImportAdapter {
  return {
    kinds: ['stock'],
    personal: () => false,
    needs: (_kind, items) => [{ collection: 'stock', ids: [...new Set(items.flatMap(keyOf))] }],
    plan: (_kind, items, state) => items.map((item) => planCount(item, state)),
    async takeIn(_kind, rows, as, key) {
      const keyFor = ({ line }: StagedRow): string => `${key}|${line}`;
      const moving = rows.filter(({ planned }) => planned.verdict !== 'same');
      const before = await as.pressed(moving.map(keyFor));
      const balances = await records<Balance>(store, 'stock').byIds(
        moving.flatMap(({ item }) => keyOf(item)),
      );
      const onHand = new Map(balances.map((balance) => [balance._id, balance.onHand]));
      const counts: VerdictCounts = countVerdicts(rows.map(({ planned }) => planned));
      const rejected: RejectedLine[] = [];
      const reject = ({ line, planned }: StagedRow, message: Text): void => {
        counts[planned.verdict] -= 1;
        counts.rejected += 1;
        rejected.push({ line, path: 'quantity', message });
      };
      const still = moving.filter((row) => {
        const now = onHand.get(keyOf(row.item)[0]!) ?? 0;
        const fits = before.has(keyFor(row)) || now === unitsBefore(row);
        if (!fits) reject(row, movedSince(unitsBefore(row), now));
        return fits;
      });
      for (let from = 0; from < still.length; from += atOnce) {
        const group = still.slice(from, from + atOnce);
        const executed = await Promise.all(group.map((row) => pressRow(row, as, keyFor(row))));
        for (const [at, done] of executed.entries()) {
          if (done.ok) continue;
          if (done.refusal.code === 'not-your-button') throw new NotAllowed(done.refusal);
          reject(group[at]!, done.refusal.message);
        }
      }
      return { counts, rejected };
    },
  };
}

function keyOf(item: unknown): string[] {
  const { warehouse, sku } = item as Partial<StockCount>;
  return typeof warehouse === 'string' && typeof sku === 'string' ? [stockKey(warehouse, sku)] : [];
}

/** What was on hand when the person was shown what would change. */
function unitsBefore({ planned }: StagedRow): number {
  return planned.verdict === 'rejected' ? 0 : Number(planned.before?.quantity ?? 0);
}

function pressRow(row: StagedRow, as: PressAs, key: string) {
  const { quantity } = row.item as unknown as StockCount;
  const target = `stock:${keyOf(row.item)[0]!}`;
  const first = row.planned.verdict === 'added';
  return first
    ? as.press({ name: 'receive-stock', target, input: { quantity } }, key)
    : as.press({ name: 'adjust-stock', target, input: { delta: quantity - unitsBefore(row) } }, key);
}

function planCount(item: unknown, state: State): PlannedItem {
  const read = stockCountSchema.safeParse(item, { reportInput: true });
  if (!read.success) {
    const [issue] = issuesOf(read.error);
    return { verdict: 'rejected', path: issue?.path ?? '', message: issue?.message ?? unreadable };
  }
  const { warehouse, sku, quantity } = read.data;
  const id = stockKey(warehouse, sku);
  const balance = state.get<Balance>('stock', id);
  const onHand = balance?.onHand ?? 0;
  const taken = balance === undefined ? 0 : onHand - free(balance);
  if (quantity < taken)
    return { verdict: 'rejected', path: 'quantity', message: belowTaken(quantity, taken) };
  const before = balance === undefined ? null : { warehouse, sku, quantity: onHand };
  const verdict = quantity === onHand ? 'same' : balance === undefined ? 'added' : 'changed';
  return { verdict, id, before, after: { warehouse, sku, quantity } };
}

const unreadable: Text = { zh: '这一条读不懂', en: 'This row cannot be read' };

function belowTaken(quantity: number, taken: number): Text {
  return {
    zh: `有 ${taken} 件已锁或冻结，不能改成 ${quantity} 件；请到库存页报实物不符`,
    en: `${taken} are locked or blocked, so it cannot become ${quantity}; report the difference on the stock page`,
  };
}

function movedSince(before: number, now: number): Text {
  return {
    zh: `预览之后库存变了：当时 ${before} 件，现在 ${now} 件；请重新导入这一行`,
    en: `It has moved since you looked: ${before} then, ${now} now; import this row again`,
  };
}
