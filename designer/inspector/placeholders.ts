import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Language } from '../../rules-library/schema/text.ts';

const braced = /\{([^{}\n]{1,120})\}/g;

/** `订单 {order.number}` as a person reads it: `订单 {订单号}`. */
export function shownText(stored: string, facts: Iterable<FactDefinition>, language: Language): string {
  const { labels } = names(facts, language);
  return stored.replaceAll(braced, (whole, id: string) => {
    const label = labels.get(id);
    return label === undefined ? whole : `{${label}}`;
  });
}

/** What was typed, with the labels in braces as fact ids again. Braces around anything else stay. */
export function storedText(shown: string, facts: Iterable<FactDefinition>, language: Language): string {
  const { ids } = names(facts, language);
  return shown.replaceAll(braced, (whole, label: string) => {
    const id = ids.get(label.trim());
    return id === undefined ? whole : `{${id}}`;
  });
}

/** Of facts with the same label only the first goes by it, so that reading and writing are inverse. */
function names(
  facts: Iterable<FactDefinition>,
  language: Language,
): { ids: Map<string, string>; labels: Map<string, string> } {
  const ids = new Map<string, string>();
  const labels = new Map<string, string>();
  for (const { id, label } of facts) {
    if (ids.has(label[language])) continue;
    ids.set(label[language], id);
    labels.set(id, label[language]);
  }
  return { ids, labels };
}
