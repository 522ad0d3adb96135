import { defineModel, mixed } from '../store/model.ts';

/** Keys for systems. The secret itself is kept nowhere. */
export const keysModel = defineModel(
  'keys',
  {
    name: String,
    commands: [String],
    reads: [String],
    sees: [String],
    perSecond: Number,
    secretHash: String,
    createdAt: Number,
    createdBy: String,
    createdByName: mixed,
    revokedAt: Number,
    revokedBy: String,
    lastUsedAt: Number,
  },
  [{ fields: { secretHash: 1 }, options: { unique: true } }],
);
