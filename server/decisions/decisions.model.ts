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

/** Entries of the lists that decisions read, by hash: kept once per version, so that a decision can be replayed. */
export const listContentsModel = defineModel('listContents', { list: String, at: Number, entries: mixed });
