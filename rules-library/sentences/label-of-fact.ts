import type { SentenceContext } from '../define/sentence.ts';

/** Derived facts of comparisons with the clock: `FLOW.NODE.since.FACT`, `FLOW.NODE.until.FACT`. */
const relative = /^[^.]+\.[^.]+\.(since|until)\.(.+)$/;

/** What a fact is called; results by the block they come from, lists by their name, the company's own by theirs. */
export function labelOfFact(id: string, context: SentenceContext): string {
  const { facts, language, nameOf } = context;
  const known = facts.get(id);
  if (known !== undefined) return known.label[language];
  if (id.startsWith('list.')) return labelOfList(id.slice('list.'.length), context);
  const [, direction, other] = relative.exec(id) ?? [];
  if (direction !== undefined && other !== undefined) {
    const label = labelOfFact(other, context);
    if (language === 'zh') return direction === 'since' ? `${label}至今` : `距${label}`;
    return direction === 'since' ? `Time since ${label}` : `Time until ${label}`;
  }
  const result = nameOf('result', id);
  if (result !== undefined) return result[language];
  return id.replace(/^custom\./, '');
}

/** A list kept by name: 「偏远地区」. */
export function labelOfList(id: string, { language, nameOf }: SentenceContext): string {
  const name = nameOf('list', id)?.[language] ?? id;
  return language === 'zh' ? `「${name}」` : `"${name}"`;
}
