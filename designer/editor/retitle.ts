import type { Language, Text } from '../../rules-library/schema/text.ts';

const chinese = /\p{Script=Han}/u;

/**
 * Writes a text in one language. The other follows along until somebody has written it by hand; what is written in Chinese
 * stays when its English is written.
 */
export function retitle(text: Text | undefined, language: Language, value: string): Text {
  const before = text ?? { zh: '', en: '' };
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const byHand = other === 'zh' && chinese.test(before.zh);
  const follows = before[other] === '' || (before[other] === before[language] && !byHand);
  return { zh: value, en: value, ...(follows ? {} : { [other]: before[other] }) };
}
