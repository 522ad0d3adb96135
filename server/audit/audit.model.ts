import { defineModel, mixed } from '../store/model.ts';

/** Append-only. `hash` is over the entry's own content; a sealer chains entries in batches. */
export const auditModel = defineModel(
  'audit',
  {
    at: Number,
    command: String,
    target: String,
    actor: String,
    actorName: mixed,
    roles: [String],
    reason: String,
    voucher: String,
    release: Number,
    decision: String,
    text: mixed,
    before: mixed,
    after: mixed,
    refused: mixed,
    hash: String,
    sealed: Boolean,
  },
  [
    { fields: { sealed: 1 }, options: { partialFilterExpression: { sealed: false } } },
    { fields: { target: 1, _id: -1 } },
  ],
);

/** The chain: `n` without holes, each seal naming its entries and the hash of the one before. */
export const sealModel = defineModel(
  'seals',
  { n: Number, at: Number, entries: mixed, prev: String, hash: String },
  [{ fields: { n: 1 }, options: { unique: true } }],
);
