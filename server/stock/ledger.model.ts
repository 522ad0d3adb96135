import { defineModel, mixed } from '../store/model.ts';

/** Every movement of stock, append-only. `_id` is key and number: unique, and one range of keys per balance. */
export const ledgerModel = defineModel('ledger', {
  key: String,
  seq: Number,
  kind: String,
  changes: mixed,
  press: String,
  cause: String,
  actor: String,
  actorName: mixed,
  at: Date,
  reason: String,
  voucher: String,
  reservation: String,
  prev: String,
  hash: String,
});
