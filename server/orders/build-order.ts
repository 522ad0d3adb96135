import { canonicalJson } from '../canonical.ts';
import type { Press } from '../door/handler.ts';
import type { OrderInput } from '../../rules-library/schema/order.ts';
import { identityKeys } from '../personal/identity.ts';
import { maskDeep, maskName, maskNumber, maskText } from '../personal/mask.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { totalsOf, type MaskedPerson, type StoredOrder } from './order.ts';
import { orderId } from './order-id.ts';

/** What is sealed of an order: everything that says who and where. */
export interface PersonalPart {
  customer?: { name?: string; phone?: string; idNumber?: string; deviceId?: string };
  shipTo?: { district?: string; street?: string; contact?: string; phone?: string };
  vin?: string;
  note?: string;
  custom?: Record<string, unknown>;
}

/** Takes the fields that are there. */
export function present<Value extends object>(value: Value): Partial<Value> {
  const taken: Partial<Value> = {};
  for (const name of Object.keys(value) as (keyof Value)[])
    if (value[name] !== undefined) taken[name] = value[name];
  return taken;
}

/** Keyed hash of an order as sent: equal content gives equal hashes, whatever the order of fields. */
export function orderFingerprint(vault: PersonalVault, input: OrderInput): string {
  return vault.index('order', canonicalJson(input));
}

/** Strong identities of an order: its buyer's, else whoever it is shipped to. A shop's orders are the shop's own. */
export function identitiesOf(vault: PersonalVault, input: OrderInput): string[] {
  const { customer, shipTo, channel } = input;
  return identityKeys(vault, {
    phone: customer?.phone ?? (input.repairShop === undefined ? shipTo?.phone : undefined),
    idNumber: customer?.idNumber,
    deviceId: customer?.deviceId,
    channel: customer?.externalId === undefined ? undefined : { channel, externalId: customer.externalId },
  });
}

/** The order as it is first stored: sums made, personal data sealed and masked. */
export function buildOrder(
  input: OrderInput,
  press: Press<OrderInput>,
  vault: PersonalVault,
  now: number,
  identities: string[],
): StoredOrder {
  const _id = orderId(input.channel, input.externalId);
  const placedAt = Date.parse(input.placedAt);
  const { customer = {}, shipTo = {}, vehicle = {}, payment = {} } = input;
  const custom = maskDeep(input.custom) as Record<string, unknown>;
  const note = input.note === undefined ? undefined : maskText(input.note);
  const personal = personalPart(input, note, custom);
  return {
    _id,
    rev: 0,
    channel: input.channel,
    externalId: input.externalId,
    kind: input.kind,
    state: 'received',
    stateSince: press.arrivedAt ?? now,
    placedAt,
    receivedAt: press.arrivedAt ?? now,
    changedAt: now,
    lines: input.lines.map((line) => present(line) as StoredOrder['lines'][number]),
    ...totalsOf(input.lines, input.discount, input.freight),
    discount: input.discount,
    freight: input.freight,
    customer: present({ externalId: customer.externalId, tier: customer.tier }),
    ...(input.repairShop === undefined ? {} : { repairShop: input.repairShop }),
    vehicle: present({ brand: vehicle.brand, model: vehicle.model }),
    shipTo: present({ province: shipTo.province, city: shipTo.city }),
    payment: present({
      status: payment.status,
      method: payment.method,
      paid: payment.paid,
      paidAt: payment.paidAt === undefined ? undefined : Date.parse(payment.paidAt),
    }),
    ...(input.requestedDelivery === undefined
      ? {}
      : { requestedDelivery: Date.parse(input.requestedDelivery) }),
    ...(note === undefined ? {} : { note }),
    custom,
    masked: maskedPerson(input),
    ...(input.shipTo === undefined
      ? {}
      : { addressHash: vault.index('address', JSON.stringify(present(input.shipTo))) }),
    ...(personal === null ? {} : { sealed: vault.seal(personal, _id) }),
    identities,
    isRush: false,
    rushRequested: input.rush,
    tags: [],
    holds: [],
    held: false,
    complaints: 0,
    alerts: 0,
    history: 0,
    fingerprint: orderFingerprint(vault, input),
    asOf: {},
    ...(press.intake === undefined ? {} : { intake: press.intake }),
  };
}

/** What is shown of the person: first character of the name, ends of the number, no street. */
export function maskedPerson({ customer, shipTo }: Pick<OrderInput, 'customer' | 'shipTo'>): MaskedPerson {
  const name = customer?.name ?? shipTo?.contact;
  const phone = customer?.phone ?? shipTo?.phone;
  const place = [shipTo?.province, shipTo?.city].filter((part) => part !== undefined).join('');
  const hidden = shipTo?.district !== undefined || shipTo?.street !== undefined ? '****' : '';
  return present({
    name: name === undefined ? undefined : maskName(name),
    phone: phone === undefined ? undefined : maskNumber(phone),
    address: place + hidden === '' ? undefined : place + hidden,
  });
}

/** Null when nothing of the order is personal. Note and custom fields are sealed where masking changed them. */
function personalPart(
  input: OrderInput,
  note: string | undefined,
  custom: Record<string, unknown>,
): PersonalPart | null {
  const { customer = {}, shipTo = {}, vehicle = {} } = input;
  const part: PersonalPart = {};
  const who = present({
    name: customer.name,
    phone: customer.phone,
    idNumber: customer.idNumber,
    deviceId: customer.deviceId,
  });
  const where = present({
    district: shipTo.district,
    street: shipTo.street,
    contact: shipTo.contact,
    phone: shipTo.phone,
  });
  if (Object.keys(who).length > 0) part.customer = who;
  if (Object.keys(where).length > 0) part.shipTo = where;
  if (vehicle.vin !== undefined) part.vin = vehicle.vin;
  if (input.note !== undefined && input.note !== note) part.note = input.note;
  if (JSON.stringify(input.custom) !== JSON.stringify(custom)) part.custom = input.custom;
  return Object.keys(part).length === 0 ? null : part;
}
