import { defineModel, mixed } from '../store/model.ts';

/** Goings-through of a collection, with their progress. */
export const eachRunsModel = defineModel('eachRuns', {
  subject: String,
  origin: mixed,
  of: String,
  where: String,
  sort: [mixed],
  atMost: Number,
  state: String,
  at: Number,
  endedAt: Number,
  chunks: Number,
  looked: Number,
  total: Number,
  done: Number,
  skipped: Number,
});

/** What a run goes through, some at a time; `_id` is run and number. */
export const eachItemsModel = defineModel('eachItems', { run: String, items: [mixed] }, [
  { fields: { run: 1, _id: 1 } },
]);
