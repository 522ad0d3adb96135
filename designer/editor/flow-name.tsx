import { EditOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useDocumentTitle } from '../app/page.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useEditor, useFlow } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';
import { retitle } from './retitle.ts';

const longest = 60;

/** The name of the flow, which is the heading of the screen; a press renames it in place. */
export function FlowName() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { document, mayEdit } = useEditor();
  const { name } = useFlow();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = name[language] || name.zh || name.en;
  useDocumentTitle(shown);
  const finish = (keep: boolean): void => {
    const value = typed?.trim() ?? '';
    setTyped(null);
    if (!keep || value === '' || value === shown) return;
    document.change({ type: 'set-name', name: retitle(name, language, value) });
  };
  return (
    <h1 className="flow-name">
      {typed === null ? (
        mayEdit ? (
          <button
            type="button"
            className="flow-name-button"
            title={t('rename')}
            onClick={() => setTyped(shown)}
          >
            <span className="flow-name-text">{shown}</span>
            <EditOutlined aria-label={t('rename')} className="flow-name-pen" />
          </button>
        ) : (
          <span className="flow-name-text">{shown}</span>
        )
      ) : (
        <Input
          autoFocus
          value={typed}
          maxLength={longest}
          aria-label={t('name')}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => finish(true)}
          onBlur={() => finish(true)}
          onKeyDown={(event) => (event.key === 'Escape' ? finish(false) : undefined)}
        />
      )}
    </h1>
  );
}
