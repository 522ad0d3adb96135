import { defineModel, mixed } from '../store/model.ts';

/** Every decision, written once. */
export const decisionsModel = defineModel(
  'decisions',
  {
    subject: String,
    event: String,
    at: Number,
    release: Number,
    releaseHash: String,
    body: String,
    alerts: [String],
  },
  [{ fields: { subject: 1, _id: 1 } }],
);

/** Contents of the lists and tables that decisions read, by hash: kept once per version, so that a decision can be replayed. */
export const listContentsModel = defineModel('listContents', {
  list: String,
  table: String,
  at: Number,
  entries: mixed,
});
