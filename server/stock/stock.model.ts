import { defineModel, mixed } from '../store/model.ts';

/** What each warehouse holds of each SKU; `_id` is warehouse and SKU, so that a warehouse is one range of keys. */
export const stockModel = defineModel(
  'stock',
  {
    warehouse: String,
    sku: String,
    onHand: Number,
    blocked: Number,
    open: Number,
    band: mixed,
    wanted: mixed,
    held: Number,
    confirmed: Number,
    reservedBy: mixed,
    reservedFor: mixed,
    seq: Number,
    chainHead: String,
  },
  [{ fields: { sku: 1, _id: 1 } }],
);
