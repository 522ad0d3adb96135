import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { readExpression } from '../../rules-library/expressions/read-expression.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { shownText, storedText } from '../inspector/placeholders.ts';

/** `order.total * 2` as a person reads it: `{订单金额} * 2`. */
export function shownExpression(
  stored: string,
  facts: ReadonlyMap<string, FactDefinition>,
  language: Language,
): string {
  const braced = readExpression(stored, (id) => facts.has(id))
    .map(({ kind, text }) => (kind === 'fact' ? `{${text}}` : text))
    .join('');
  return shownText(braced, facts.values(), language).replaceAll(/\{([^{}]*)\}/g, (whole, id: string) =>
    // Of two facts with one name the second keeps its id: nothing is mistaken for another.
    facts.has(id) ? id : whole,
  );
}

/** What was typed, with names in braces as the facts they are. */
export function storedExpression(
  shown: string,
  facts: ReadonlyMap<string, FactDefinition>,
  language: Language,
): string {
  return storedText(shown, facts.values(), language).replaceAll(/\{([^{}]*)\}/g, (whole, id: string) =>
    facts.has(id) ? id : whole,
  );
}
