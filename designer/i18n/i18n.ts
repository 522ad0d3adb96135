import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../rules-library/schema/text.ts';
import { rememberedLanguage } from './remembered-language.ts';

/** The one i18next instance; topics add their texts to it when their file is loaded (`defineTexts`). */
export const i18nInstance: i18n = i18next.createInstance();

void i18nInstance.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: false,
  supportedLngs: ['zh', 'en'] satisfies Language[],
  // Everything is in the bundle: ready at once, no request.
  initAsync: false,
  resources: {},
  ns: [],
  defaultNS: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  returnNull: false,
});
