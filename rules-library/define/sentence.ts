import type { Facts } from '../schema/rule.ts';
import type { Language, Text } from '../schema/text.ts';
import type { FactDefinition } from './fact.ts';
import type { OperatorDefinition } from './operator.ts';

/**
 * A piece of a sentence: a screen may embolden `value` and grey `join`. Texts carry their own blanks, so that writing them one
 * after another gives the sentence. `actual` is what an order really had.
 */
export type SegmentKind = 'fact' | 'operator' | 'value' | 'join' | 'text' | 'actual';
export interface Segment {
  kind: SegmentKind;
  text: string;
}

/** Things that have a name outside the vocabulary: a list, table or season by its id, a result `FLOW.NODE[.OUTPUT]`, a catalogue entry, a person. */
export type NamedKind =
  'list' | 'table' | 'season' | 'result' | 'skus' | 'shops' | 'warehouses' | 'customers' | 'person';

/** All a sentence needs to know besides what it is about. */
export interface SentenceContext {
  language: Language;
  /** The company's time zone. */
  zone: string;
  facts: ReadonlyMap<string, FactDefinition>;
  operators: ReadonlyMap<string, OperatorDefinition>;
  labelOfCommand: (name: string) => Text | undefined;
  nameOf: (kind: NamedKind, id: string) => Text | undefined;
  /** With facts, comparisons say what the order really had. */
  actual?: Facts | undefined;
}
