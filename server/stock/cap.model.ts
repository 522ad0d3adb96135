import { defineModel } from '../store/model.ts';

/** The most a channel may hold of a SKU, everywhere or in one warehouse: `CHANNEL|SKU`, `CHANNEL|SKU|WAREHOUSE`. */
export const capsModel = defineModel('caps', {
  channel: String,
  sku: String,
  warehouse: String,
  quantity: Number,
  used: Number,
});
