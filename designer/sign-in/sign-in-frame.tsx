import type { ReactNode } from 'react';
import { LanguageSwitch } from '../app/language-switch.tsx';
import { Mark } from '../app/mark.tsx';
import { useDocumentTitle } from '../app/page.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import './sign-in.css';
import { signInTexts } from './sign-in.texts.ts';

/** The calm page around signing in. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useTexts(signInTexts);
  useDocumentTitle(title);
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Mark size={34} />
        <div>
          <strong className="sign-in-name">{t('product')}</strong>
          <span className="sign-in-claim">{t('claim')}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main className="sign-in-card">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
