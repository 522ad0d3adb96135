import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Comparison, Condition } from '../schema/condition.ts';
import type { Language, Text } from '../schema/text.ts';
import { actualText, comparisonSegments } from './comparison.ts';
import { contextOf, type SentenceOptions } from './context.ts';
import { bracketed, joined, joinWord, words } from './segments.ts';

const joins: Record<'all' | 'any', Text> = {
  all: { zh: ' 且 ', en: ' and ' },
  any: { zh: ' 或 ', en: ' or ' },
};

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

/** A condition in words: 「订单金额 高于 ¥5,000 且（加急 或 客户等级 至少 金级）」. */
export function conditionSegments(condition: Condition, context: SentenceContext): Segment[] {
  return segmentsOf(simplest(condition), context, false);
}

/** Whether it has to stand in brackets within a longer sentence. */
export function isCompound(condition: Condition): boolean {
  const simple = simplest(condition);
  return 'all' in simple || 'any' in simple;
}

/** What does not hold: 「非（…）」. */
export function negatedSegments(condition: Condition, context: SentenceContext): Segment[] {
  const not = context.language === 'zh' ? '非' : 'not ';
  return [joinWord(not), ...bracketed(segmentsOf(simplest(condition), context, true), context.language)];
}

function segmentsOf(condition: Condition, context: SentenceContext, within: boolean): Segment[] {
  if ('not' in condition) return negatedSegments(condition.not, context);
  if ('all' in condition) return groupSegments(condition.all, joins.all, context);
  if ('any' in condition) return groupSegments(condition.any, joins.any, context);
  return withActual(condition, context, within);
}

function groupSegments(members: readonly Condition[], join: Text, context: SentenceContext): Segment[] {
  const parts = members.map((member) => {
    const simple = simplest(member);
    const segments = segmentsOf(simple, context, true);
    return isCompound(simple) ? bracketed(segments, context.language) : segments;
  });
  return joined(parts, joinWord(join[context.language]));
}

function withActual(comparison: Comparison, context: SentenceContext, within: boolean): Segment[] {
  const segments = comparisonSegments(comparison, context);
  const text = actualText(comparison, context);
  if (text === undefined) return segments;
  const actual: Segment = { kind: 'actual', text };
  if (!within) return [...segments, words(context.language === 'zh' ? ' ' : ', '), actual];
  const [open, close] = context.language === 'zh' ? ['（', '）'] : [' (', ')'];
  return [...segments, words(open), actual, words(close)];
}

/** Groups of one are the one. */
function simplest(condition: Condition): Condition {
  if ('all' in condition && condition.all.length === 1) return simplest(condition.all[0]!);
  if ('any' in condition && condition.any.length === 1) return simplest(condition.any[0]!);
  return condition;
}
