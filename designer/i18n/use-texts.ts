import { useCallback } from 'react';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import type { TextSource, TopicTexts, Values } from './define-texts.ts';
import { i18nInstance } from './i18n.ts';
import { useLanguage } from './language.ts';

export type Say<Source extends Record<string, TextSource>> = <Key extends keyof Source & string>(
  key: Key,
  ...values: Values<Source[Key]>
) => string;

/** Says a text of a topic in a given language, outside components too. */
export function say<Source extends Record<string, TextSource>, Key extends keyof Source & string>(
  language: Language,
  texts: TopicTexts<Source>,
  key: Key,
  ...values: Values<Source[Key]>
): string {
  return i18nInstance.getFixedT(language, texts.topic)(key, { ...values[0] });
}

/** The texts of a topic in the language of the screen; the component is drawn anew when it is switched. */
export function useTexts<Source extends Record<string, TextSource>>(texts: TopicTexts<Source>): Say<Source> {
  const language = useLanguage();
  return useCallback((key, ...values) => say(language, texts, key, ...values), [language, texts]);
}

/** Chooses the language of a text that comes as `{ zh, en }`, from the vocabulary or the server. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}
