import { defineModel, mixed } from '../store/model.ts';

/** Drafts of rule flows; `_id` is the flow's id. */
export const flowsModel = defineModel('flows', {
  version: Number,
  body: String,
  hash: String,
  logicHash: String,
  savedAt: Number,
  savedBy: String,
  savedByName: mixed,
});
