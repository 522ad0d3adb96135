import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { FlowView } from '../../rules-library/contract/flows.ts';
import { LanguageSwitch } from '../app/language-switch.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { FlowStateChip } from '../rules/flow-state-chip.tsx';
import { useDocument, useEditor, useSession } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';
import { FlowName } from './flow-name.tsx';
import { SaveMark } from './save-mark.tsx';
import type { SessionState } from './session-store.ts';
import { useHistoryKeys } from './use-history-keys.ts';

export interface EditorHeaderProps {
  view: Pick<FlowView, 'state' | 'liveRelease'>;
  mayPublish: boolean;
  onPublish: () => void;
}

/** What is drawn, how safe it is, what of it is live, and the buttons for the whole of it. */
export function EditorHeader({ view, mayPublish, onPublish }: EditorHeaderProps) {
  const t = useTexts(editorTexts);
  const { session, mayEdit } = useEditor();
  const shown = useSession((state) => state.view);
  return (
    <header className="editor-head">
      <div className="editor-title">
        <Link to="/rules" className="editor-back">
          {t('rules')}
        </Link>
        <span className="editor-slash" aria-hidden>
          /
        </span>
        <FlowName />
      </div>
      <div className="editor-about">
        <FlowStateChip state={view.state} />
        <span className="editor-save">
          {mayEdit ? <SaveMark /> : <Chip>{t('readOnly')}</Chip>}
          <span className="editor-live">
            {view.liveRelease === null ? t('notLive') : t('liveRelease', { number: view.liveRelease })}
          </span>
        </span>
      </div>
      <div className="editor-views">
        <Segmented<SessionState['view']>
          aria-label={t('viewSwitch')}
          value={shown}
          onChange={(value) => session.setState({ view: value })}
          options={[
            { value: 'canvas', label: t('canvas') },
            { value: 'read', label: t('read') },
          ]}
        />
      </div>
      <span className="editor-language">
        <LanguageSwitch />
      </span>
      <div className="editor-buttons">
        {mayEdit ? <HistoryButtons /> : null}
        {mayPublish ? (
          <Button type="primary" onClick={onPublish}>
            {t('publish')}
          </Button>
        ) : null}
      </div>
    </header>
  );
}

function HistoryButtons() {
  const t = useTexts(editorTexts);
  const { document } = useEditor();
  const canUndo = useDocument(({ past }) => past.length > 0);
  const canRedo = useDocument(({ future }) => future.length > 0);
  useHistoryKeys(document);
  return (
    <>
      <Tooltip title={`${t('undo')} · Ctrl Z`}>
        <Button
          type="text"
          icon={<UndoOutlined aria-hidden />}
          aria-label={t('undo')}
          disabled={!canUndo}
          onClick={() => document.undo()}
        />
      </Tooltip>
      <Tooltip title={`${t('redo')} · Ctrl Shift Z`}>
        <Button
          type="text"
          icon={<RedoOutlined aria-hidden />}
          aria-label={t('redo')}
          disabled={!canRedo}
          onClick={() => document.redo()}
        />
      </Tooltip>
    </>
  );
}
