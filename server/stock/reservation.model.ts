import { defineModel, mixed } from '../store/model.ts';

/**
 * Units held for order lines. `_id` begins with the order: all of one order lie together. Only open ones are found by what they hold,
 * only those that expire by when.
 */
export const reservationsModel = defineModel(
  'reservations',
  {
    order: String,
    line: String,
    warehouse: String,
    sku: String,
    quantity: Number,
    layer: String,
    strategy: String,
    channel: String,
    taken: mixed,
    state: String,
    open: Boolean,
    expiring: Boolean,
    expiresAt: Date,
    unpaid: Boolean,
    press: String,
    at: Date,
    endedAt: Date,
  },
  [
    { fields: { sku: 1, warehouse: 1, open: 1 }, options: { partialFilterExpression: { open: true } } },
    { fields: { expiring: 1, expiresAt: 1 }, options: { partialFilterExpression: { expiring: true } } },
  ],
);
