import { defineModel, mixed } from '../store/model.ts';

/** Releases, written once; `_id` is the number. */
export const releasesModel = defineModel(
  'releases',
  {
    number: Number,
    hash: String,
    body: String,
    flows: [mixed],
    ruleCount: Number,
    publishedAt: Number,
    publishedBy: String,
    publishedByName: mixed,
    note: String,
    check: mixed,
  },
  [{ fields: { number: -1 }, options: { unique: true } }],
);

/** Which release decides: one document. */
export const pointersModel = defineModel('pointers', {
  epoch: Number,
  number: Number,
  lastNumber: Number,
});

/** When each release was last put in force; `_id` is its number. */
export const activationsModel = defineModel('activations', {
  at: Number,
  by: String,
  epoch: Number,
});

/** Live processes and the switch they run on; gone a minute after they fell silent. */
export const processesModel = defineModel('processes', { epoch: Number, seenAt: Number, expiresAt: Date }, [
  { fields: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } },
]);
