import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import './jump.css';
import { shellTexts } from './shell.texts.ts';
import { useJumpTargets, type JumpTarget } from './use-jump-targets.ts';

/** Type a name, choose, go. */
export function JumpPanel({ onDone }: { onDone: () => void }) {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const targets = useJumpTargets(typed);
  const at = Math.min(chosen, targets.length - 1);
  const go = (target: JumpTarget | undefined): void => {
    if (target === undefined) return;
    onDone();
    void navigate(target.to);
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') setChosen((at + 1) % Math.max(1, targets.length));
        else if (event.key === 'ArrowUp') setChosen((at - 1 + targets.length) % Math.max(1, targets.length));
        else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(targets[at]);
        else return;
        event.preventDefault();
      }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('jumpHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        role="combobox"
        aria-label={t('jump')}
        aria-expanded={targets.length > 0}
        aria-controls="jump-list"
        aria-activedescendant={targets.length > 0 ? `jump-${at}` : undefined}
      />
      {targets.length === 0 ? (
        <p className="jump-empty faint">{t('jumpEmpty')}</p>
      ) : (
        <ul className="jump-list" id="jump-list" role="listbox" aria-label={t('jump')}>
          {targets.map((target, index) => (
            <li
              key={target.to}
              id={`jump-${index}`}
              role="option"
              aria-selected={index === at}
              className="jump-item"
              onMouseMove={() => setChosen(index)}
              onClick={() => go(target)}
              onKeyDown={undefined}
            >
              <span>{target.label}</span>
              <span className="faint">{target.kind}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="jump-keys faint">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('jumpMove')} <kbd>Enter</kbd> {t('jumpOpen')} <kbd>Esc</kbd>{' '}
        {t('jumpClose')}
      </p>
    </div>
  );
}
