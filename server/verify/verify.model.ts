import type { FullComparison, ReleaseCheck } from '../../rules-library/contract/release-check.ts';
import { defineModel, mixed } from '../store/model.ts';

/** The rest of a check that was cut short before its release went live; `_id` is the release's number. */
export interface StoredComparison {
  _id: string;
  rev: number;
  number: number;
  hash: string;
  /** The release that was in force before: what to go back to. */
  before: number | null;
  state: FullComparison;
  since: number;
  /** Until when one process has it in hand. */
  until: number;
  check: ReleaseCheck | null;
}

/** An order on which the two engines disagreed. */
export interface StoredWitness {
  _id: string;
  rev: number;
  /** Hash of the release it was tried on, published or not. */
  release: string;
  rule: string;
  at: number;
  /** Facts, and the rules that matched by each engine, as JSON text: ids of facts hold dots. */
  body: string;
}

export const comparisonsModel = defineModel(
  'comparisons',
  { number: Number, hash: String, before: Number, state: String, since: Number, until: Number, check: mixed },
  [{ fields: { state: 1, until: 1 } }],
);

export const witnessesModel = defineModel('witnesses', {
  release: String,
  rule: String,
  at: Number,
  body: String,
});
