import { vocabulary } from '../../rules-library/index.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { contextOf, plainText } from '../../rules-library/sentences/index.ts';

/** What a button that comes with its input does, in words: 「打标签「已核对」」; its name where nothing is given. */
export function cureLabel(name: string, input: Record<string, unknown> | undefined): Text {
  const command = vocabulary.commands.get(name);
  if (command === undefined) return { zh: name, en: name };
  const { sentence, label } = command;
  if (sentence === undefined || input === undefined || Object.keys(input).length === 0) return label;
  const say = (language: Language): string => plainText(sentence(input, contextOf(language, vocabulary)));
  return { zh: say('zh'), en: say('en') };
}
