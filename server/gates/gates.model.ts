import { defineModel, mixed } from '../store/model.ts';

/** Gates that let one order pass once; `_id` is order and button, gone once used. */
export const gatePassesModel = defineModel('gatePasses', {
  order: String,
  command: String,
  by: String,
  byName: mixed,
  at: Number,
  press: String,
  plan: String,
});
