import type { Segment } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Condition } from '../schema/condition.ts';
import type { Language } from '../schema/text.ts';
import { conditionSegments } from './condition.ts';
import { contextOf, type SentenceOptions } from './context.ts';

export type { Segment, SegmentKind, SentenceContext } from '../define/sentence.ts';
export { contextOf, nodeName, type SentenceOptions } from './context.ts';
export { operatorText } from './comparison.ts';
export { drawnText, drawnTextSegments, factsInText, fillBoth, fillText } from './fill-text.ts';
export { formatFact, labelOfChoice } from './format-fact.ts';
export { labelOfFact } from './label-of-fact.ts';
export { plainText } from './segments.ts';
export { sentenceOfNode } from './node.ts';
export { sentencesOf, stepsOf, type Step } from './flow.ts';

/**
 * A condition in words, in pieces a screen can embolden: fact · comparison · value, joined by 且, 或, 非. With `options.actual`
 * each comparison says what the order really had.
 */
export function sentenceOfCondition(
  condition: Condition,
  language: Language,
  vocabulary: Vocabulary,
  options: SentenceOptions = {},
): Segment[] {
  return conditionSegments(condition, contextOf(language, vocabulary, options));
}
