import { defineModel, mixed } from '../store/model.ts';

/** Files that are taken in, with their progress. */
export const importsModel = defineModel(
  'imports',
  {
    kind: String,
    file: mixed,
    state: String,
    total: Number,
    staged: Number,
    parts: Number,
    done: Number,
    doneParts: Number,
    counts: mixed,
    outcome: mixed,
    hash: String,
    by: mixed,
    at: Number,
    applied: mixed,
    endedAt: Number,
    sameAs: mixed,
    note: mixed,
  },
  [{ fields: { at: -1 } }, { fields: { state: 1 } }, { fields: { hash: 1, state: 1 } }],
);

/** Their rows, some at a time; `_id` is import and number. */
export const importPartsModel = defineModel(
  'importParts',
  {
    import: String,
    part: Number,
    size: Number,
    counts: mixed,
    rows: [mixed],
    sealed: String,
    rejected: [mixed],
  },
  [{ fields: { import: 1, part: 1 } }],
);
