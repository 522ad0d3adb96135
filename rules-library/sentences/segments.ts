import type { Segment } from '../define/sentence.ts';
import type { Language, Text } from '../schema/text.ts';

/** The sentence of its segments, for alerts, titles and places without emphasis. */
export function plainText(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

export function words(text: string): Segment {
  return { kind: 'text', text };
}

export function factWord(text: string): Segment {
  return { kind: 'fact', text };
}

export function operatorWord(text: string): Segment {
  return { kind: 'operator', text };
}

export function valueWord(text: string): Segment {
  return { kind: 'value', text };
}

export function joinWord(text: string): Segment {
  return { kind: 'join', text };
}

/** Within brackets, as a part of a longer sentence. */
export function bracketed(segments: readonly Segment[], language: Language): Segment[] {
  return language === 'zh' ? [words('（'), ...segments, words('）')] : [words('('), ...segments, words(')')];
}

/** One after another with the same words between them; full-width brackets need no blank beside them. */
export function joined(parts: readonly (readonly Segment[])[], between: Segment): Segment[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [...part];
    let { text } = between;
    if (parts[index - 1]!.at(-1)?.text.endsWith('）') === true) text = text.trimStart();
    if (part[0]?.text.startsWith('（') === true) text = text.trimEnd();
    return [{ ...between, text }, ...part];
  });
}

/** 「甲、乙 或 丙」, "A, B or C". */
export function listText(items: readonly string[], language: Language, last?: 'or' | 'and'): string {
  const comma = language === 'zh' ? '、' : ', ';
  if (last === undefined || items.length < 2) return items.join(comma);
  const joins: Record<'or' | 'and', Text> = {
    or: { zh: ' 或 ', en: ' or ' },
    and: { zh: ' 和 ', en: ' and ' },
  };
  return `${items.slice(0, -1).join(comma)}${joins[last][language]}${items.at(-1)}`;
}
