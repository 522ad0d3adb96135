import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';

/** An amount as sentences tell it: see `moneyText`. */
const amounts = /¥\s?[\d,]+(\.\d+)?/g;
/** A sentence that speaks of somebody's credit: its amounts are credit as well. */
const aboutCredit = /信用|额度|赊|credit/i;

/**
 * A sentence as somebody may read it who may not read some groups of fields: the amounts in it are blotted out. All amounts
 * people are told are written by one function, so they are known by how they look.
 */
export function readableText(text: string, hidden: ReadonlySet<FieldGroup>): string {
  const isHidden = hidden.has('money') || (hidden.has('credit') && aboutCredit.test(text));
  return isHidden ? text.replace(amounts, '¥***') : text;
}

/** All sentences in a value; the value itself stays as it is. */
export function readableTexts(value: unknown, hidden: ReadonlySet<FieldGroup>): unknown {
  if (hidden.size === 0) return value;
  if (typeof value === 'string') return readableText(value, hidden);
  if (Array.isArray(value)) return value.map((item: unknown) => readableTexts(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, readableTexts(inner, hidden)]),
  );
}
