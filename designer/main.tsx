// First: the page's policy allows no code from strings, so the validator must not try.
import './api/no-generated-code.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyTokens } from './design/css-variables.ts';
import { lightTokens } from './design/tokens.ts';
import './design/tones.css';
import './design/global.css';
import { applyLanguage, currentLanguage } from './i18n/language.ts';

applyTokens(lightTokens, document.documentElement.style);
applyLanguage(currentLanguage());

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
