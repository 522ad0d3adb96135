import { defineModel } from '../store/model.ts';

/** Counts by minute, `_id` is `orders|` and the minute in UTC; written by a job from the orders themselves. */
export const rollupsModel = defineModel('rollups', { count: Number, at: Number });
