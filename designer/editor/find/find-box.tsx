import { SearchOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { vocabulary } from '../../../rules-library/index.ts';
import { companyZone } from '../../design/zone.ts';
import { TypedChoice } from '../../design/parts/typed-choice.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNames } from '../../inspector/use-names.ts';
import { useEditor, useFlow } from '../editor-context.ts';
import { selectNode } from '../session-store.ts';
import './find.css';
import { findInFlow } from './find-in-flow.ts';
import { findTexts } from './find.texts.ts';

/** Where something is in the drawing: a small button that opens a search, also by Ctrl F. */
export function FindBox() {
  const t = useTexts(findTexts);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
      if (!isFind) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (open) return <FindPanel onLeave={() => setOpen(false)} />;
  return (
    <Tooltip title={`${t('find')} · Ctrl F`}>
      <Button
        className="find-button"
        icon={<SearchOutlined aria-hidden />}
        aria-label={t('find')}
        onClick={() => setOpen(true)}
      />
    </Tooltip>
  );
}

function FindPanel({ onLeave }: { onLeave: () => void }) {
  const t = useTexts(findTexts);
  const language = useLanguage();
  const flow = useFlow();
  const nameOf = useNames();
  const { session } = useEditor();
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () => findInFlow(flow, typed, language, vocabulary, { zone: companyZone(), nameOf }),
    [flow, typed, language, nameOf],
  );
  return (
    <div className="find-panel" role="search">
      <TypedChoice
        name={t('find')}
        placeholder={t('hint')}
        typed={typed}
        onType={setTyped}
        items={found.map(({ node, number, name, sentence }) => ({
          key: node,
          label: sentence === '' ? name : sentence,
          note: number === undefined ? name : `${number} ${name}`,
        }))}
        empty={typed.trim() === '' ? t('help') : t('nothing')}
        onChoose={({ key }) => selectNode(session, key)}
        onLeave={onLeave}
      />
    </div>
  );
}
