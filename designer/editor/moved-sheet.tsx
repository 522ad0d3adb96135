import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { FlowView } from '../../rules-library/contract/flows.ts';
import { renameResults } from '../../rules-library/results/rename-results.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { errorText } from '../api/api-error.ts';
import { textOf } from '../i18n/text-of.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { useEditor, useSaveState } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';
import { newFlowId } from './ids.ts';

export interface MovedSheetProps {
  /** Makes a new flow of this drawing; resolves when it is open. */
  onKeep: (flow: Flow) => Promise<void>;
  onTaken: (theirs: FlowView) => void;
}

/** Somebody else saved meanwhile: theirs, or mine as a new flow. Nothing is overwritten. */
export function MovedSheet({ onKeep, onTaken }: MovedSheetProps) {
  const t = useTexts(editorTexts);
  const text = useText();
  const { document, autosave } = useEditor();
  const state = useSaveState();
  const [failed, setFailed] = useState<unknown>();
  const [keeping, setKeeping] = useState(false);
  if (state.kind !== 'moved') return null;
  const { theirs } = state;
  const take = (): void => {
    autosave.adopt(theirs);
    document.replace(theirs.flow);
    onTaken(theirs);
  };
  const keep = async (): Promise<void> => {
    const { flow } = document.store.getState();
    const id = newFlowId();
    const { nodes, cases } = flow;
    setKeeping(true);
    setFailed(undefined);
    try {
      await onKeep({
        ...flow,
        // What it calculates is called by the flow: by the new one from here on.
        ...renameResults({ nodes, cases }, { from: flow.id, to: id }),
        id,
        name: {
          zh: textOf(editorTexts, 'copyName', { name: flow.name.zh }).zh,
          en: textOf(editorTexts, 'copyName', { name: flow.name.en }).en,
        },
      });
    } catch (error) {
      setFailed(error);
    } finally {
      setKeeping(false);
    }
  };
  return (
    <Modal open closable={false} footer={null} title={t('movedTitle', { who: text(theirs.savedBy) })}>
      <p className="soft">{t('movedHelp')}</p>
      <div className="moved-choices">
        <Button type="primary" block size="large" loading={keeping} onClick={() => void keep()}>
          {t('keepMine')}
        </Button>
        <p className="faint">{t('keepMineHelp')}</p>
        <Button block size="large" disabled={keeping} onClick={take}>
          {t('takeTheirs')}
        </Button>
        <p className="faint">{t('takeTheirsHelp')}</p>
      </div>
      {failed === undefined ? null : (
        <p role="alert" className="moved-failed">
          {text(errorText(failed))}
        </p>
      )}
    </Modal>
  );
}
