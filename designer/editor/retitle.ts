import type { Language, Text } from '../../rules-library/schema/text.ts';

/** Writes a text in one language. The other follows along until somebody has written it by hand. */
export function retitle(text: Text | undefined, language: Language, value: string): Text {
  const before = text ?? { zh: '', en: '' };
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const follows = before[other] === '' || before[other] === before[language];
  return { zh: value, en: value, ...(follows ? {} : { [other]: before[other] }) };
}
