import { currentLanguage, setLanguage, useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import './language-switch.css';
import { shellTexts } from './shell.texts.ts';

/** 中 / EN: switches everything at once; nothing typed is lost. */
export function LanguageSwitch() {
  const language = useLanguage();
  const t = useTexts(shellTexts);
  return (
    <button
      type="button"
      className="language-switch"
      aria-label={t('switchLanguage')}
      title={t('switchLanguage')}
      onClick={() => setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')}
    >
      <span className={language === 'zh' ? 'language-on' : ''}>中</span>
      <span aria-hidden>/</span>
      <span className={language === 'en' ? 'language-on' : ''}>EN</span>
    </button>
  );
}
