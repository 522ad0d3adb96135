import { defineModel, mixed } from '../store/model.ts';

/** Flows that wait for a time or an event of their order. */
export const waitsModel = defineModel(
  'waits',
  {
    subject: String,
    order: String,
    origin: mixed,
    at: Number,
    dueAt: Number,
    event: String,
    state: String,
    open: Boolean,
    endedAt: Number,
    timer: String,
  },
  [{ fields: { order: 1, _id: -1 } }],
);
