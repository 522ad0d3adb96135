import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useSyncExternalStore } from 'react';
import type { Language } from '../../rules-library/schema/text.ts';
import { i18nInstance } from './i18n.ts';
import { rememberLanguage } from './remembered-language.ts';

/** The language of the screen. */
export function currentLanguage(): Language {
  return i18nInstance.language === 'en' ? 'en' : 'zh';
}

/** Switches texts, dates and the page's own language at once; Ant Design follows through `useLanguage`. Nothing is remounted. */
export function setLanguage(language: Language): void {
  rememberLanguage(language);
  applyLanguage(language);
  void i18nInstance.changeLanguage(language);
}

/** Sets what hangs on the language outside React; called once at start. */
export function applyLanguage(language: Language): void {
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

function subscribe(changed: () => void): () => void {
  i18nInstance.on('languageChanged', changed);
  return () => i18nInstance.off('languageChanged', changed);
}

/** The language of the screen; draws anew when it is switched. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, () => 'zh');
}
