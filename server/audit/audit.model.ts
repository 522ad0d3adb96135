import { defineModel, mixed } from '../store/model.ts';

/**
 * Append-only. `hash` is over the entry's own content; a sealer chains entries in batches and notes the link (`seal`) that names
 * them. People's presses are few among those of rules and systems: their own index finds them.
 */
export const auditModel = defineModel(
  'audit',
  {
    at: Number,
    command: String,
    target: String,
    actor: String,
    actorKind: String,
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
    seal: Number,
  },
  [
    { fields: { sealed: 1 }, options: { partialFilterExpression: { sealed: false } } },
    { fields: { seal: 1 }, options: { partialFilterExpression: { sealed: true } } },
    { fields: { target: 1, _id: -1 } },
    {
      fields: { actorKind: 1, _id: -1 },
      options: { partialFilterExpression: { actorKind: 'person' } },
    },
    {
      fields: { actorKind: 1, actor: 1, _id: -1 },
      options: { partialFilterExpression: { actorKind: 'person' } },
    },
  ],
);

/** The chain: `n` without holes, each seal naming its entries and the hash of the one before. */
export const sealModel = defineModel(
  'seals',
  { n: Number, at: Number, entries: mixed, prev: String, hash: String },
  [{ fields: { n: 1 }, options: { unique: true } }],
);

/** Signed checkpoints, as in the files beside the store: a line gone from a file is known here, and the other way round. */
export const checkpointModel = defineModel(
  'checkpoints',
  { n: Number, hash: String, at: Number, prev: String, signature: String },
  [{ fields: { n: 1 }, options: { unique: true } }],
);

/** What was written to the files of closed days: `_id` is the day, `signature` that of the file. */
export const auditFileModel = defineModel('auditFiles', {
  from: Number,
  to: Number,
  entries: Number,
  sha256: String,
  signature: String,
  at: Number,
});
