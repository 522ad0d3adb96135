import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { bracketed, joinWord, words } from '../../sentences/segments.ts';

/** 「若 …」. */
export function ifWords(segments: readonly Segment[], { language }: SentenceContext): Segment[] {
  return [words(language === 'zh' ? '若 ' : 'If '), ...segments];
}

/** What holds behind the exits of a yes-or-no check, given what its yes means. */
export function yesNoWords(holds: Segment[], port: string, { language }: SentenceContext): Segment[] {
  if (port === 'yes') return holds;
  const not = language === 'zh' ? '非' : 'not ';
  const unknown = language === 'zh' ? '不知道是否' : 'it is not known whether ';
  return [joinWord(port === 'no' ? not : unknown), ...bracketed(holds, language)];
}
