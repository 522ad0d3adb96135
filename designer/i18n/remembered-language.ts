import type { Language } from '../../rules-library/schema/text.ts';

const storageKey = 'sluice.language';

/** Chinese unless this screen was switched before. */
export function rememberedLanguage(): Language {
  try {
    return globalThis.localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    globalThis.localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
