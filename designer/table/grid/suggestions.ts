import type { Language } from '../../../rules-library/schema/text.ts';
import { cut, plainText } from '../cells/plain-text.ts';
import type { Column } from '../model/table.ts';

export interface Suggestion {
  label: string;
  /** It stands in the cell already. */
  isIn: boolean;
}

const separator = /\s*(?:、|;|,)\s*/y;
const words: Record<Language, { yes: string; no: string; or: string }> = {
  zh: { yes: '是', no: '否', or: '、' },
  en: { yes: 'yes', no: 'no', or: '; ' },
};

/** What may stand in a cell, by name; those that fit the word being typed. Nothing where any words or numbers do. */
export function suggestionsFor(column: Column, text: string, language: Language): Suggestion[] {
  const names = namesOf(column, language);
  const { given, last } = partsOf(text);
  const isWhole = names.some((name) => name.toLowerCase() === last);
  return names
    .filter((name) => last === '' || isWhole || name.toLowerCase().includes(last))
    .slice(0, 50)
    .map((label) => ({ label, isIn: given.has(label.toLowerCase()) }));
}

/** The text once a suggestion is taken: put to the others, or taken out again. A result has one value. */
export function withSuggestion(column: Column, text: string, label: string, language: Language): string {
  if (column.role === 'output' || column.kind.type === 'yes-no') return label;
  const parts = cut(plainText(text), separator);
  const { last } = partsOf(text);
  const names = new Set(namesOf(column, language).map((name) => name.toLowerCase()));
  // A word that is only begun is finished by the suggestion.
  const kept = last !== '' && !names.has(last) ? parts.slice(0, -1) : parts;
  const rest = kept.filter((part) => part.toLowerCase() !== label.toLowerCase());
  return (rest.length < kept.length ? rest : [...rest, label]).join(words[language].or);
}

function namesOf({ kind }: Column, language: Language): string[] {
  if (kind.type === 'yes-no') return [words[language].yes, words[language].no];
  return (kind.choices ?? []).map(({ label }) => label[language]);
}

function partsOf(text: string): { given: Set<string>; last: string } {
  const plain = plainText(text);
  const parts = cut(plain, separator).map((part) => part.toLowerCase());
  const isOpen = plain === '' || /[、;,]\s*$/.test(plain);
  return { given: new Set(parts), last: isOpen ? '' : (parts.at(-1) ?? '') };
}
