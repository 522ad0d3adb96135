import type { stockSorts } from '../../rules-library/contract/stock.ts';
import { records, type Store } from '../store/store.ts';
import type { Balance } from './balance/balance.ts';

type Where = Readonly<Record<string, unknown>>;

export interface StockQuery {
  warehouse?: string | undefined;
  sku?: string | undefined;
  /** The beginning of a SKU, or part of its name. */
  q?: string | undefined;
  sort: (typeof stockSorts)[number];
  limit: number;
  /** Key of the last one seen, with its figure before it where a figure is sorted by: `12|WH03|BRK-2041`. */
  cursor?: string | undefined;
}

const mostNamed = 500;

/** Balances by key, or those with most of a figure first; a page and where the next one begins. */
export async function findStock(
  store: Store,
  query: StockQuery,
): Promise<{ found: Balance[]; next: string | null }> {
  const { sort, limit, cursor } = query;
  const balances = records<Balance>(store, 'stock');
  const conditions = await conditionsOf(store, query);
  if (cursor !== undefined) conditions.push(sort === 'key' ? { _id: { $gt: cursor } } : behind(sort, cursor));
  const where: Where = conditions.length === 0 ? {} : { $and: conditions };
  const order: Record<string, 1 | -1> = sort === 'key' ? { _id: 1 } : { [sort]: -1, _id: 1 };
  const page = await balances.find(where, { sort: order, limit: limit + 1 });
  const found = page.slice(0, limit);
  const last = found.at(-1);
  if (page.length <= limit || last === undefined) return { found, next: null };
  return { found, next: sort === 'key' ? last._id : `${last[sort]}|${last._id}` };
}

async function conditionsOf(store: Store, { warehouse, sku, q }: StockQuery): Promise<Where[]> {
  const conditions: Where[] = [];
  if (warehouse !== undefined) conditions.push({ _id: { $gte: `${warehouse}|`, $lt: `${warehouse}}` } });
  if (sku !== undefined) conditions.push({ sku });
  if (q !== undefined) {
    const name = { 'item.name': { $regex: escaped(q), $options: 'i' } };
    const named = await records(store, 'skus').find(name, { limit: mostNamed });
    const begins = { sku: { $gte: q, $lt: `${q}\u{10ffff}` } };
    conditions.push({ $or: [begins, { sku: { $in: named.map(({ _id }) => _id) } }] });
  }
  return conditions;
}

/** What comes after the last one seen, among those with as much of the figure and those with less. */
function behind(sort: string, cursor: string): Where {
  const bar = cursor.indexOf('|');
  const units = Number(cursor.slice(0, bar)) || 0;
  return { $or: [{ [sort]: { $lt: units } }, { [sort]: units, _id: { $gt: cursor.slice(bar + 1) } }] };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
