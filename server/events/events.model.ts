import { defineModel } from '../store/model.ts';

/** Events from elsewhere, once each: `_id` is the sender and its own id. */
export const eventsModel = defineModel(
  'events',
  {
    type: String,
    order: String,
    occurredAt: Number,
    at: Number,
    fingerprint: String,
    status: String,
    decision: String,
    alerts: [String],
  },
  [{ fields: { order: 1 } }],
);
