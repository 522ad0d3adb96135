import { layerIds, type Layer } from '../../rules-library/choices/layers.ts';
import { stockSorts } from '../../rules-library/contract/stock.ts';

/** What a list of stock is narrowed to and in order of. */
export interface StockFilter {
  q?: string | undefined;
  warehouse?: string | undefined;
  sort?: Exclude<(typeof stockSorts)[number], 'key'> | undefined;
}

const longest = 100;

function word(search: URLSearchParams, name: string): string | undefined {
  return search.get(name)?.trim().slice(0, longest) || undefined;
}

/** The filter that an address names. What it misspells is left out. */
export function stockFilterOf(search: URLSearchParams): StockFilter {
  const named = stockSorts.find((sort) => sort === search.get('sort'));
  const filter: StockFilter = {
    q: word(search, 'q'),
    warehouse: word(search, 'warehouse'),
    sort: named === 'key' ? undefined : named,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The address of a filter, always in the same order. */
export function stockSearchOf({ q, warehouse, sort }: StockFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (q !== undefined && q !== '') search.set('q', q);
  if (warehouse !== undefined) search.set('warehouse', warehouse);
  if (sort !== undefined) search.set('sort', sort);
  return search;
}

export function sameStockFilter(one: StockFilter, other: StockFilter): boolean {
  return stockSearchOf(one).toString() === stockSearchOf(other).toString();
}

/** What the list of locks is narrowed to. */
export interface LockFilter {
  warehouse?: string | undefined;
  sku?: string | undefined;
  layer?: Layer | undefined;
  expiring?: boolean | undefined;
}

export function lockFilterOf(search: URLSearchParams): LockFilter {
  const filter: LockFilter = {
    warehouse: word(search, 'warehouse'),
    sku: word(search, 'sku'),
    layer: layerIds.find((layer) => layer === search.get('layer')),
    expiring: search.get('expiring') === 'yes' || undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

export function lockSearchOf({ warehouse, sku, layer, expiring }: LockFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (warehouse !== undefined) search.set('warehouse', warehouse);
  if (sku !== undefined && sku !== '') search.set('sku', sku);
  if (layer !== undefined) search.set('layer', layer);
  if (expiring === true) search.set('expiring', 'yes');
  return search;
}
