import { maskedPerson, present, type PersonalPart } from '../orders/build-order.ts';
import { totalsOf, type StoredOrder } from '../orders/order.ts';
import { maskDeep, maskText } from '../personal/mask.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import type { OrderChanges } from './read-event.ts';

type Field = keyof OrderChanges;

/**
 * The order with the fields of a change that are not older than what is known of each. Personal parts are sealed anew.
 * `applied` names the fields taken; none: the report is older than all that is known.
 */
export function applyChanges(
  order: StoredOrder,
  changes: OrderChanges,
  occurredAt: number,
  vault: PersonalVault,
): { order: StoredOrder; applied: Field[] } {
  const fields = Object.keys(changes) as Field[];
  const applied = fields.filter((field) => (order.asOf[field] ?? Number.NEGATIVE_INFINITY) <= occurredAt);
  if (applied.length === 0) return { order, applied };
  const taken = Object.fromEntries(applied.map((field) => [field, changes[field]])) as OrderChanges;
  const after: StoredOrder = {
    ...order,
    asOf: { ...order.asOf, ...Object.fromEntries(applied.map((field) => [field, occurredAt])) },
  };
  if (taken.requestedDelivery !== undefined) after.requestedDelivery = Date.parse(taken.requestedDelivery);
  if (taken.discount !== undefined) after.discount = taken.discount;
  if (taken.freight !== undefined) after.freight = taken.freight;
  if (taken.vehicle !== undefined) after.vehicle = present(taken.vehicle);
  if (taken.lines !== undefined) {
    after.lines = taken.lines.map((line, index) => ({
      ...(present(line) as StoredOrder['lines'][number]),
      lineId: line.lineId ?? String(index + 1),
    }));
  }
  delete after.total;
  delete after.goodsTotal;
  Object.assign(after, totalsOf(after.lines, after.discount, after.freight));
  return { order: applyPersonal(after, taken, vault), applied };
}

function applyPersonal(order: StoredOrder, taken: OrderChanges, vault: PersonalVault): StoredOrder {
  const { shipTo, note, custom } = taken;
  if (shipTo === undefined && note === undefined && custom === undefined) return order;
  const opened = order.sealed === undefined ? {} : (vault.open(order.sealed, order._id) as PersonalPart);
  const personal: PersonalPart = { ...opened };
  const after: StoredOrder = { ...order };
  if (shipTo !== undefined) {
    const { province, city, ...street } = shipTo;
    after.shipTo = present({ province, city });
    personal.shipTo = present(street);
    after.masked = maskedPerson({ customer: personal.customer, shipTo });
    after.addressHash = vault.index('address', JSON.stringify(present(shipTo)));
  }
  if (note !== undefined) {
    after.note = maskText(note);
    delete personal.note;
    if (after.note !== note) personal.note = note;
  }
  if (custom !== undefined) {
    const masked = maskDeep(custom) as Record<string, unknown>;
    after.custom = { ...order.custom, ...masked };
    if (JSON.stringify(masked) !== JSON.stringify(custom))
      personal.custom = { ...personal.custom, ...custom };
  }
  if (Object.keys(personal).length > 0) after.sealed = vault.seal(personal, order._id);
  return after;
}
