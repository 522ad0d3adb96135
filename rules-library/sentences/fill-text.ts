import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Facts } from '../schema/rule.ts';
import type { Language, Text } from '../schema/text.ts';
import { contextOf, type SentenceOptions } from './context.ts';
import { formatFact } from './format-fact.ts';
import { labelOfFact } from './label-of-fact.ts';
import { factWord, words } from './segments.ts';

/** `{order.total}`: a fact's id has a dot, so other braces stay what they are. */
const placeholder = /\{([A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+)\}/g;

/** The text in a language; one that was written in the other language only serves both. */
function sourceOf(text: Text | string, language: Language): string {
  if (typeof text === 'string') return text;
  return text[language].trim() === '' ? text[language === 'zh' ? 'en' : 'zh'] : text[language];
}

/** Facts named by the placeholders of a text, without repeats: what has to be loaded to say it. */
export function factsInText(text: Text | string): string[] {
  const sources = typeof text === 'string' ? [text] : [text.zh, text.en];
  return [...new Set(sources.flatMap((source) => [...source.matchAll(placeholder)].map(([, id]) => id!)))];
}

/**
 * Puts the values of facts into `{fact.id}` placeholders, as people write them. A fact without a value reads 「未知」; braces around
 * what is no fact id stay as they are. A text written in one language only serves both.
 */
export function fillText(
  text: Text | string,
  facts: Facts,
  vocabulary: Vocabulary,
  language: Language,
  options: Pick<SentenceOptions, 'zone'> = {},
): string {
  return sourceOf(text, language).replaceAll(placeholder, (_, id: string) => {
    const definition = vocabulary.facts.get(id);
    const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
    return formatFact(definition, value, language, options.zone);
  });
}

/** The same in both languages, for what is stored. A plain text serves both. */
export function fillBoth(
  text: Text | string,
  facts: Facts,
  vocabulary: Vocabulary,
  options: Pick<SentenceOptions, 'zone'> = {},
): Text {
  return {
    zh: fillText(text, facts, vocabulary, 'zh', options),
    en: fillText(text, facts, vocabulary, 'en', options),
  };
}

/** A text as it is drawn: placeholders by the label of their fact. */
export function drawnTextSegments(text: Text | string, context: SentenceContext): Segment[] {
  const source = sourceOf(text, context.language);
  const segments: Segment[] = [];
  let from = 0;
  for (const match of source.matchAll(placeholder)) {
    if (match.index > from) segments.push(words(source.slice(from, match.index)));
    segments.push(factWord(`{${labelOfFact(match[1]!, context)}}`));
    from = match.index + match[0].length;
  }
  if (from < source.length) segments.push(words(source.slice(from)));
  return segments;
}

/** The same as plain text, for lists and titles. */
export function drawnText(text: Text | string, language: Language, vocabulary: Vocabulary): string {
  return drawnTextSegments(text, contextOf(language, vocabulary))
    .map((segment) => segment.text)
    .join('');
}
