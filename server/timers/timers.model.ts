import { defineModel, mixed } from '../store/model.ts';

/** What has to happen at a moment. Each is gone with the transaction in which it fired. */
export const timersModel = defineModel(
  'timers',
  {
    due: Number,
    kind: String,
    of: String,
    order: String,
    release: Number,
    data: mixed,
    lease: Number,
    leasedUntil: Number,
  },
  [{ fields: { due: 1 } }, { fields: { kind: 1, of: 1 } }],
);
