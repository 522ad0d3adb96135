import type { Layer } from '../../../rules-library/choices/layers.ts';
import type { CustomerItem, ShopItem, SkuItem } from '../../../rules-library/schema/catalog.ts';
import type { StoredCredit } from '../credit.ts';
import { creditTaken } from '../credit.ts';
import { identityCounts, type StoredIdentity } from '../identity-entries.ts';
import type { StoredLine, StoredOrder } from '../order.ts';
import { dueOf, paidOf } from '../payment.ts';

const minuteMs = 60_000;

/** What the store answered about the things an order names; undefined: it has none. */
export interface FactSources {
  now: number;
  sku(id: string): Partial<SkuItem> | undefined;
  shop: Partial<ShopItem> | undefined;
  customer: Partial<CustomerItem> | undefined;
  identities: readonly StoredIdentity[];
  credit: StoredCredit | undefined;
  /** Provinces and cities of the list of remote areas. */
  remoteAreas: readonly unknown[];
}

type FactRecord = Record<string, unknown>;

/** Takes a value in when there is one: a fact is never null, absent means unknown. */
function put(facts: FactRecord, id: string, value: unknown): void {
  if (value !== undefined && value !== null) facts[id] = value;
}

function minutes(ms: number): number {
  return Math.max(0, Math.floor(ms / minuteMs));
}

/** Facts of an order, its lines, customer and payment, from its stored state and what the store knows around it. */
export function putOrderFacts(facts: FactRecord, order: StoredOrder, sources: FactSources): void {
  putOrder(facts, order, sources);
  putPayment(facts, order, sources.now);
  putCustomer(facts, order, sources);
  putPlace(facts, order, sources);
  for (const [name, value] of Object.entries(order.custom)) putCustom(facts, name, value);
  facts.lines = order.lines.map((line) => lineFacts(line, sources.sku(line.sku)));
}

function putOrder(facts: FactRecord, order: StoredOrder, sources: FactSources): void {
  facts['order.number'] = order.externalId;
  facts['order.channel'] = order.channel;
  facts['order.kind'] = order.kind;
  facts['order.state'] = order.state;
  put(facts, 'order.total', order.total);
  put(facts, 'order.goodsTotal', order.goodsTotal);
  facts['order.discount'] = order.discount;
  facts['order.freight'] = order.freight;
  facts['order.lineCount'] = order.lines.length;
  facts['order.quantity'] = order.quantity;
  put(
    facts,
    'order.weight',
    sumOf(order.lines, ({ sku }) => sources.sku(sku)?.weight),
  );
  put(
    facts,
    'order.volume',
    sumOf(order.lines, ({ sku }) => sources.sku(sku)?.volume),
  );
  facts['order.placedAt'] = order.placedAt;
  facts['order.age'] = minutes(sources.now - order.placedAt);
  facts['order.syncDelay'] = minutes(order.receivedAt - order.placedAt);
  put(facts, 'order.requestedDelivery', order.requestedDelivery);
  facts['order.isRush'] = order.isRush;
  facts['order.rushRequested'] = order.rushRequested;
  facts['order.holds'] = order.holds.map(({ code }) => code);
  facts['order.tags'] = order.tags;
  put(facts, 'order.note', order.note);
  facts['order.complaints'] = order.complaints;
}

/** Of all lines, or nothing when one of them is not known. */
function sumOf(
  lines: readonly StoredLine[],
  each: (line: StoredLine) => number | undefined,
): number | undefined {
  let sum = 0;
  for (const line of lines) {
    const one = each(line);
    if (one === undefined) return undefined;
    sum += one * line.quantity;
  }
  return sum;
}

function putPayment(facts: FactRecord, order: StoredOrder, now: number): void {
  const { status, method } = order.payment;
  put(facts, 'payment.status', status);
  put(facts, 'payment.method', method);
  put(facts, 'payment.paid', paidOf(order));
  const due = dueOf(order);
  put(facts, 'payment.due', due);
  if (due !== undefined) facts['payment.age'] = due === 0 ? 0 : minutes(now - order.placedAt);
}

/** The layer an order locks in: its own, else what rush, payment and tier give; undefined while its shop is not known. */
export function layerOf(
  order: StoredOrder,
  known: Pick<FactSources, 'shop' | 'customer'>,
): Layer | undefined {
  if (order.layer !== undefined) return order.layer as Layer;
  if (order.isRush) return 'rush';
  if (order.payment.status === 'unpaid') return 'unpaid';
  const tier = tierOf(order, known);
  if (tier === undefined) return undefined;
  return tier === 'gold' || tier === 'silver' ? tier : 'standard';
}

function putCustomer(facts: FactRecord, order: StoredOrder, sources: FactSources): void {
  put(facts, 'customer.tier', tierOf(order, sources));
  put(facts, 'order.layer', layerOf(order, sources));
  const account = order.repairShop === undefined ? sources.customer : sources.shop;
  put(facts, 'customer.creditLimit', account?.creditLimit);
  put(facts, 'customer.overdueDays', account?.overdueDays);
  const own = order.credit?.amount ?? 0;
  const used = Math.max(0, (sources.credit?.used ?? 0) - own);
  facts['customer.creditUsed'] = used;
  if (account?.creditLimit !== undefined) {
    facts['customer.creditLeft'] = account.creditLimit - used;
    facts['order.overCredit'] = Math.max(0, used + creditTaken(order) - account.creditLimit);
  } else if (creditTaken(order) === 0) facts['order.overCredit'] = 0;
  const counts = identityCounts(order, sources.identities);
  if (counts === null) return;
  facts['customer.isNew'] = counts.isNew;
  facts['customer.ordersLast24h'] = counts.ordersLast24h;
  facts['customer.channelsLast24h'] = counts.channelsLast24h;
  facts['customer.sameSkuLast24h'] = counts.sameSkuLast24h;
  facts['customer.orderCount90d'] = counts.orderCount90d;
}

/** The shop's where there is one, else what the order says, else the catalogue's; `none` once the source has answered. */
function tierOf(
  order: StoredOrder,
  { shop, customer }: Pick<FactSources, 'shop' | 'customer'>,
): string | undefined {
  if (order.repairShop !== undefined) return shop === undefined ? undefined : (shop.tier ?? 'none');
  return order.customer.tier ?? customer?.tier ?? 'none';
}

function putPlace(facts: FactRecord, order: StoredOrder, { shop, remoteAreas }: FactSources): void {
  put(facts, 'repairShop.id', order.repairShop);
  put(facts, 'repairShop.region', shop?.region);
  put(facts, 'repairShop.usualModels', shop?.usualModels);
  put(facts, 'vehicle.brand', order.vehicle.brand);
  put(facts, 'vehicle.model', order.vehicle.model);
  const { province, city } = order.shipTo;
  put(facts, 'shipTo.province', province);
  put(facts, 'shipTo.city', city);
  if (province !== undefined || city !== undefined) {
    facts['shipTo.isRemote'] = remoteAreas.includes(province) || remoteAreas.includes(city);
  }
}

function lineFacts(line: StoredLine, sku: Partial<SkuItem> | undefined): FactRecord {
  const facts: FactRecord = {
    'line.lineId': line.lineId,
    'line.sku': line.sku,
    'line.quantity': line.quantity,
  };
  put(facts, 'line.unitPrice', line.unitPrice);
  if (line.unitPrice !== undefined) facts['line.amount'] = line.unitPrice * line.quantity;
  put(facts, 'line.warehouse', line.warehouse);
  put(facts, 'line.category', sku?.category);
  put(facts, 'line.goodsClass', sku?.goodsClass);
  put(facts, 'line.isFragile', sku?.isFragile);
  put(facts, 'line.coldChain', sku?.coldChain);
  return facts;
}

const factName = /^[A-Za-z0-9_-]{1,60}$/;

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** A custom field is a fact when a rule can name and compare it; others are only kept. */
function putCustom(facts: FactRecord, name: string, value: unknown): void {
  if (!factName.test(name)) return;
  if (isScalar(value) || (Array.isArray(value) && value.every(isScalar))) facts[`custom.${name}`] = value;
}
