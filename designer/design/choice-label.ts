import type { Choice } from '../../rules-library/define/fact.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** The label of a value; a value the company added is its own label, without the `own.` before it. */
export function choiceLabel(choices: readonly Choice[], value: string): Text {
  const known = choices.find((choice) => choice.value === value);
  if (known !== undefined) return known.label;
  const own = value.replace(/^own\./, '');
  return { zh: own, en: own };
}
