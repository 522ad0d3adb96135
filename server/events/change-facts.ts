import { daysLater } from '../orders/facts/moment.ts';
import type { StoredLine, StoredOrder } from '../orders/order.ts';

type ChangeFacts = Record<string, unknown>;

/** What differs between an order and its changed self: one set of `change.*` facts per thing that changed. */
export function changeFacts(
  before: StoredOrder,
  after: StoredOrder,
  by: 'person' | 'connector',
  zone: string,
): ChangeFacts[] {
  const sets: ChangeFacts[] = [];
  const add = (field: string, more: ChangeFacts = {}): void => {
    sets.push({ 'change.field': field, 'change.by': by, ...more });
  };
  if (before.requestedDelivery !== after.requestedDelivery)
    add('requestedDelivery', dateFacts(before, after, zone));
  if (placeOf(before) !== placeOf(after)) add('shipTo');
  if (goodsOf(before.lines) !== goodsOf(after.lines)) add('lines');
  if (before.total !== after.total || before.discount !== after.discount || before.freight !== after.freight)
    add('amount', amountFacts(before, after));
  if (before.note !== after.note) add('note');
  if (restOf(before) !== restOf(after)) add('other');
  return sets;
}

function dateFacts(
  { requestedDelivery: from }: StoredOrder,
  { requestedDelivery: to }: StoredOrder,
  zone: string,
): ChangeFacts {
  return {
    ...(from === undefined ? {} : { 'change.dateFrom': from }),
    ...(to === undefined ? {} : { 'change.dateTo': to }),
    ...(from === undefined || to === undefined ? {} : { 'change.daysLater': daysLater(from, to, zone) }),
  };
}

function amountFacts({ total: from }: StoredOrder, { total: to }: StoredOrder): ChangeFacts {
  return {
    ...(from === undefined ? {} : { 'change.amountFrom': from }),
    ...(to === undefined ? {} : { 'change.amountTo': to }),
    ...(from === undefined || to === undefined ? {} : { 'change.amountBy': to - from }),
  };
}

/** The street is sealed: its hash, kept for this, says whether it moved. */
function placeOf({ shipTo, addressHash }: StoredOrder): string {
  return JSON.stringify([shipTo, addressHash ?? null]);
}

function goodsOf(lines: readonly StoredLine[]): string {
  return JSON.stringify(
    lines.map(({ lineId, sku, quantity, warehouse }) => [lineId, sku, quantity, warehouse ?? null]),
  );
}

function restOf({ custom, vehicle }: StoredOrder): string {
  return JSON.stringify([custom, vehicle]);
}
