import type { Button } from '../../rules-library/contract/commands.ts';
import type { OrderView } from '../../rules-library/contract/orders.ts';

/** Stand next to what they lift, a hold and a refusal of a gate, not among the others. */
const besideItsReason = new Set(['lift-hold', 'override-gate']);

/** Buttons that take the order one step along its way. */
export const steps: ReadonlySet<string> = new Set([
  'confirm-order',
  'release-order',
  'mark-delivered',
  'close-order',
]);

/** What is pressed most comes first; names not listed follow as the server tells them, what ends an order comes last. */
const usual = [
  ...steps,
  'request-rush',
  'change-delivery-date',
  'record-payment',
  'change-address',
  'change-lines',
  'change-amount',
  'hold-order',
  'mark-rush',
  'unmark-rush',
  'refuse-rush',
];
const last = ['set-tag', 'set-field', 'record-complaint', 'add-note', 'assign', 'cancel-order'];

function placeOf({ name, enabled }: Button): number {
  const first = usual.indexOf(name);
  const place = first >= 0 ? first : last.includes(name) ? 200 + last.indexOf(name) : 100;
  return enabled ? place : 1000 + place;
}

/** The buttons of an order as they stand on its page: what can be pressed now first, by use; grey ones behind. */
export function ordered(buttons: readonly Button[]): Button[] {
  return buttons
    .filter(({ name }) => !besideItsReason.has(name))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** What the form of a button begins with: the order as it is. */
export function startsWith(name: string, order: OrderView): Record<string, unknown> | undefined {
  switch (name) {
    case 'change-delivery-date':
      return order.requestedDelivery === null ? undefined : { requestedDelivery: order.requestedDelivery };
    case 'change-lines':
      return {
        lines: order.lines.map(({ lineId, sku, quantity, warehouse }) => ({
          lineId,
          sku,
          quantity,
          warehouse: warehouse ?? '',
        })),
      };
    case 'change-amount':
      return {
        lines: order.lines.map(({ lineId, sku, unitPrice }) => ({ lineId, sku, unitPrice })),
        discount: order.discount,
        freight: order.freight,
      };
    default:
      return undefined;
  }
}
