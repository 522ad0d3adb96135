import {
  allNumbers,
  complementNumbers,
  hasNumber,
  intersectNumbers,
  noNumbers,
  type Numbers,
} from './intervals.ts';
import { allTexts, hasText, intersectTexts, isNoText, noTexts, type Texts } from './text-set.ts';

/** Lists that hold all of some entries and none of others. */
export interface Lists {
  must: readonly unknown[];
  mustNot: readonly unknown[];
}

/** The values a fact may have, kind by kind; being absent is one of them. */
export interface Domain {
  missing: boolean;
  numbers: Numbers;
  texts: Texts;
  isTrue: boolean;
  isFalse: boolean;
  /** Null: no list. */
  lists: Lists | null;
}

const anyList: Lists = { must: [], mustNot: [] };

export const anything: Domain = {
  missing: true,
  numbers: allNumbers,
  texts: allTexts,
  isTrue: true,
  isFalse: true,
  lists: anyList,
};

export const nothing: Domain = {
  missing: false,
  numbers: noNumbers,
  texts: noTexts,
  isTrue: false,
  isFalse: false,
  lists: null,
};

/** Only these kinds. */
export function only(part: Partial<Domain>): Domain {
  return { ...nothing, ...part };
}

/** Everything else, kind by kind; lists are in or out as a whole. */
export function complement(domain: Domain): Domain {
  return {
    missing: !domain.missing,
    numbers: complementNumbers(domain.numbers),
    texts: complementTexts(domain.texts),
    isTrue: !domain.isTrue,
    isFalse: !domain.isFalse,
    lists: domain.lists === null ? anyList : null,
  };
}

/** Of texts named one by one; an open set leaves everything open: too much rather than too little. */
function complementTexts(texts: Texts): Texts {
  if (texts === allTexts) return noTexts;
  if (texts.kind === 'some') return { ...allTexts, values: texts.values };
  const plain =
    texts.prefix === '' &&
    texts.suffix === '' &&
    texts.notPrefixes.length === 0 &&
    texts.notSuffixes.length === 0;
  return plain ? { kind: 'some', values: texts.values } : allTexts;
}

/** Values in both; null where there are none. */
export function intersect(one: Domain, other: Domain): Domain | null {
  const both: Domain = {
    missing: one.missing && other.missing,
    numbers: intersectNumbers(one.numbers, other.numbers),
    texts: intersectTexts(one.texts, other.texts),
    isTrue: one.isTrue && other.isTrue,
    isFalse: one.isFalse && other.isFalse,
    lists: intersectLists(one.lists, other.lists),
  };
  return isNothing(both) ? null : both;
}

export function isNothing({ missing, numbers, texts, isTrue, isFalse, lists }: Domain): boolean {
  return !missing && numbers.length === 0 && isNoText(texts) && !isTrue && !isFalse && lists === null;
}

/** Whether two sets share a value, without making what they share. */
export function meets(one: Domain, other: Domain): boolean {
  return (
    (one.missing && other.missing) ||
    (one.isTrue && other.isTrue) ||
    (one.isFalse && other.isFalse) ||
    intersectNumbers(one.numbers, other.numbers).length > 0 ||
    !isNoText(intersectTexts(one.texts, other.texts)) ||
    intersectLists(one.lists, other.lists) !== null
  );
}

function intersectLists(one: Lists | null, other: Lists | null): Lists | null {
  if (one === null || other === null) return null;
  if (other === anyList) return one;
  if (one === anyList) return other;
  const must = [...new Set([...one.must, ...other.must])];
  const mustNot = [...new Set([...one.mustNot, ...other.mustNot])];
  return must.some((entry) => mustNot.includes(entry)) ? null : { must, mustNot };
}

/** Whether a value belongs to the set. Objects belong to none. */
export function has(domain: Domain, value: unknown): boolean {
  if (value === undefined || value === null) return domain.missing;
  if (typeof value === 'number') return hasNumber(domain.numbers, value);
  if (typeof value === 'string') return hasText(domain.texts, value);
  if (typeof value === 'boolean') return value ? domain.isTrue : domain.isFalse;
  if (!Array.isArray(value) || domain.lists === null) return false;
  const { must, mustNot } = domain.lists;
  return must.every((entry) => value.includes(entry)) && !mustNot.some((entry) => value.includes(entry));
}
