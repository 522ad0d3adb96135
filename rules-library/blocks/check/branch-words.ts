import type { Segment, SentenceContext } from '../../define/sentence.ts';
import type { Condition } from '../../schema/condition.ts';
import type { Text } from '../../schema/text.ts';
import { conditionSegments, isCompound, negatedSegments } from '../../sentences/condition.ts';
import { bracketed, joined, joinWord, valueWord, words } from '../../sentences/segments.ts';

interface Case {
  id: string;
  label?: Text | undefined;
  conditions: Condition;
}

/** The face of a branch: 「可以加急：…；要先付款：…；其他」. */
export function casesWords(cases: readonly Case[], context: SentenceContext): Segment[] {
  const { language } = context;
  const [colon, semicolon, otherwise] = language === 'zh' ? ['：', '；', '其他'] : [': ', '; ', 'otherwise'];
  const parts = cases.map(({ label, conditions }, index) => [
    valueWord(label?.[language] ?? (language === 'zh' ? `情形 ${index + 1}` : `Case ${index + 1}`)),
    words(colon),
    ...conditionSegments(conditions, context),
  ]);
  return joined([...parts, [valueWord(otherwise)]], words(semicolon));
}

/** What holds behind an exit: the case, and none of those before it. */
export function caseWords(cases: readonly Case[], port: string, context: SentenceContext): Segment[] {
  const { language } = context;
  const and = joinWord(language === 'zh' ? ' 且 ' : ' and ');
  if (port === 'unknown') {
    return [words(language === 'zh' ? '不知道属于哪种情形' : 'it is not known which case it is')];
  }
  const index = cases.findIndex(({ id }) => id === port);
  const before = (index === -1 ? cases : cases.slice(0, index)).map((one) => notCase(one, context));
  const own = cases[index];
  if (own === undefined) return joined(before, and);
  const segments = conditionSegments(own.conditions, context);
  const met = before.length > 0 && isCompound(own.conditions) ? bracketed(segments, language) : segments;
  return joined([...before, met], and);
}

/** A case that has a name is called by it, so that the sentence stays short. */
function notCase({ label, conditions }: Case, context: SentenceContext): Segment[] {
  if (label === undefined) return negatedSegments(conditions, context);
  return context.language === 'zh'
    ? [joinWord('非'), valueWord(`「${label.zh}」`)]
    : [joinWord('not '), valueWord(`"${label.en}"`)];
}
