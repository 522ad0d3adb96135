import { expect, it } from 'vitest';
import { ordered, startsWith } from '../../../designer/orders/button-order.ts';
import { orderOf } from '../support.ts';

const words = { zh: '', en: '' };
const button = (name: string, enabled = true) => ({
  name,
  label: words,
  help: words,
  input: {},
  needsReason: false,
  enabled,
});

it('the next step comes first, what ends an order last, grey ones behind', () => {
  const names = ['cancel-order', 'set-tag', 'lift-hold', 'hold-order', 'release-order'].map((name) =>
    button(name),
  );
  expect(ordered([...names, button('confirm-order', false)]).map(({ name }) => name)).toEqual([
    'release-order',
    'hold-order',
    'set-tag',
    'cancel-order',
    'confirm-order',
  ]);
});

it('a form of a change begins with the order as it is', () => {
  const order = orderOf({ discount: 100, freight: 200, requestedDelivery: '2026-03-02T02:00:00.000Z' });
  expect(startsWith('change-amount', order)).toEqual({ lines: [], discount: 100, freight: 200 });
  expect(startsWith('change-delivery-date', order)).toEqual({
    requestedDelivery: '2026-03-02T02:00:00.000Z',
  });
  expect(startsWith('add-note', order)).toBeUndefined();
});
