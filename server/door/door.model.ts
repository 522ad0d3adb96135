import { defineModel, mixed } from '../store/model.ts';

/** Answers kept for repeats: `_id` is actor and key; one past `expiresAt` counts as absent. */
export const idempotencyModel = defineModel(
  'idempotency',
  { fingerprint: String, command: String, press: String, answer: mixed, at: Number, expiresAt: Date },
  [{ fields: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } }],
);
