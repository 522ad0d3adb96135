import { useState } from 'react';
import { useNavigate } from 'react-router';
import { TypedChoice } from '../design/parts/typed-choice.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import './jump.css';
import { shellTexts } from './shell.texts.ts';
import { useJumpTargets } from './use-jump-targets.ts';

/** Type a name, choose, go. */
export function JumpPanel({ onDone }: { onDone: () => void }) {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const targets = useJumpTargets(typed);
  return (
    <TypedChoice
      name={t('jump')}
      placeholder={t('jumpHint')}
      typed={typed}
      onType={setTyped}
      items={targets.map(({ to, label, kind }) => ({ key: to, label, note: kind }))}
      empty={t('jumpEmpty')}
      onChoose={({ key }) => {
        onDone();
        void navigate(key);
      }}
    >
      <p className="jump-keys faint">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('jumpMove')} <kbd>Enter</kbd> {t('jumpOpen')} <kbd>Esc</kbd>{' '}
        {t('jumpClose')}
      </p>
    </TypedChoice>
  );
}
