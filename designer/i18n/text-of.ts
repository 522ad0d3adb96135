import type { Text } from '../../rules-library/schema/text.ts';
import type { TextSource, TopicTexts, Values } from './define-texts.ts';
import { say } from './use-texts.ts';

/** A text of a topic in both languages at once. */
export function textOf<Source extends Record<string, TextSource>, Key extends keyof Source & string>(
  texts: TopicTexts<Source>,
  key: Key,
  ...values: Values<Source[Key]>
): Text {
  return { zh: say('zh', texts, key, ...values), en: say('en', texts, key, ...values) };
}
