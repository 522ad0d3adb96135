/** A set of texts: some, or all but some that begin and end in given ways. */
export type Texts =
  | { kind: 'some'; values: ReadonlySet<string> }
  | {
      kind: 'but';
      values: ReadonlySet<string>;
      prefix: string;
      suffix: string;
      notPrefixes: readonly string[];
      notSuffixes: readonly string[];
    };

type Open = Extract<Texts, { kind: 'but' }>;

export const allTexts: Open = {
  kind: 'but',
  values: new Set(),
  prefix: '',
  suffix: '',
  notPrefixes: [],
  notSuffixes: [],
};
export const noTexts: Texts = { kind: 'some', values: new Set() };

export function someTexts(values: Iterable<string>): Texts {
  return { kind: 'some', values: new Set(values) };
}

export function allTextsBut(values: Iterable<string>): Texts {
  return { ...allTexts, values: new Set(values) };
}

export function hasText(texts: Texts, value: string): boolean {
  if (texts.kind === 'some') return texts.values.has(value);
  const { values, prefix, suffix, notPrefixes, notSuffixes } = texts;
  return (
    !values.has(value) &&
    value.startsWith(prefix) &&
    value.endsWith(suffix) &&
    !notPrefixes.some((part) => value.startsWith(part)) &&
    !notSuffixes.some((part) => value.endsWith(part))
  );
}

/** Texts in both. */
export function intersectTexts(one: Texts, other: Texts): Texts {
  if (one === allTexts) return other;
  if (other === allTexts) return one;
  if (one.kind === 'some') return someTexts([...one.values].filter((value) => hasText(other, value)));
  if (other.kind === 'some') return intersectTexts(other, one);
  const prefix = longer(one.prefix, other.prefix, (text, part) => text.startsWith(part));
  const suffix = longer(one.suffix, other.suffix, (text, part) => text.endsWith(part));
  const notPrefixes = [...new Set([...one.notPrefixes, ...other.notPrefixes])];
  const notSuffixes = [...new Set([...one.notSuffixes, ...other.notSuffixes])];
  const none =
    prefix === undefined ||
    suffix === undefined ||
    notPrefixes.some((part) => prefix.startsWith(part)) ||
    notSuffixes.some((part) => suffix.endsWith(part));
  if (none) return noTexts;
  const values = new Set([...one.values, ...other.values]);
  return { kind: 'but', values, prefix, suffix, notPrefixes, notSuffixes };
}

/** The longer of two parts, if it holds the shorter; undefined where nothing can have both. */
function longer(
  one: string,
  other: string,
  holds: (text: string, part: string) => boolean,
): string | undefined {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  return holds(long, short) ? long : undefined;
}

/** Never of an open set: what is left after some beginnings and ends is endless. */
export function isNoText(texts: Texts): boolean {
  return texts.kind === 'some' && texts.values.size === 0;
}

/** Texts of the set, wished ones first; at most so many. */
export function examplesOf(texts: Texts, wished: readonly string[], most: number): string[] {
  const first = wished.filter((value) => hasText(texts, value));
  if (texts.kind === 'some') return [...new Set([...first, ...texts.values])].slice(0, most);
  const { prefix, suffix } = texts;
  const middles = ['', 'x', 'other', 'A1', '其他', '0', 'Zz9'];
  const made = middles.map((middle) => `${prefix}${middle}${suffix}`);
  // Enough of them that one is none of those left out.
  for (let number = 1; number <= texts.values.size + 1; number++) made.push(`${prefix}x${number}${suffix}`);
  return [...new Set([...first, ...made.filter((text) => text !== '' && hasText(texts, text))])].slice(
    0,
    most,
  );
}
