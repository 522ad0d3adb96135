import { i18nInstance } from './i18n.ts';

/** English says one and many differently; `count` chooses. */
interface Plural {
  one: string;
  other: string;
}

export interface TextSource {
  zh: string;
  en: string | Plural;
}

/** The names between `{{` and `}}`. */
type Placeholders<Source extends string> = Source extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What has to be given with a text: every `{{name}}` of its Chinese wording. */
export type Values<Source extends TextSource> = [Placeholders<Source['zh']>] extends [never]
  ? []
  : [values: Record<Placeholders<Source['zh']>, string | number>];

/** Texts of one topic, zh and en side by side. */
export interface TopicTexts<Source extends Record<string, TextSource>> {
  topic: string;
  source: Source;
}

/**
 * Defines the texts of one topic and hands them to i18next. Use them by `const t = useTexts(homeTexts)` and `t('title')`;
 * a misspelt key or a forgotten `{{placeholder}}` does not compile.
 */
export function defineTexts<const Source extends Record<string, TextSource>>(
  topic: string,
  source: Source,
): TopicTexts<Source> {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, text] of Object.entries(source)) {
    zh[key] = text.zh;
    if (typeof text.en === 'string') en[key] = text.en;
    else {
      zh[`${key}_other`] = text.zh;
      en[`${key}_one`] = text.en.one;
      en[`${key}_other`] = text.en.other;
    }
  }
  i18nInstance.addResourceBundle('zh', topic, zh, true, true);
  i18nInstance.addResourceBundle('en', topic, en, true, true);
  return { topic, source };
}
