import { ApartmentOutlined, LoadingOutlined } from '@ant-design/icons';
import { ControlButton, useReactFlow } from '@xyflow/react';
import { App } from 'antd';
import { useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { arrangeTexts } from '../editor/arrange/arrange.texts.ts';
import { layoutInWorker } from '../editor/arrange/elk.ts';
import { tidyEdit } from '../editor/arrange/tidy.ts';
import { useBoxes } from '../editor/arrange/use-boxes.ts';
import { useEditor } from '../editor/editor-context.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Lays the drawing out anew, as one step. */
export function TidyButton() {
  const { document } = useEditor();
  const { fitView } = useReactFlow();
  const { message } = App.useApp();
  const t = useTexts(arrangeTexts);
  const boxesNow = useBoxes();
  const [busy, setBusy] = useState(false);
  const tidy = async (): Promise<void> => {
    setBusy(true);
    try {
      const { flow } = document.store.getState();
      const edit = await tidyEdit(flow, vocabulary, boxesNow(), layoutInWorker);
      // Drawn on meanwhile: the places would be those of another drawing.
      if (document.store.getState().flow !== flow) return;
      if (edit === undefined) void message.info(t('tidied'));
      else document.change(edit);
      requestAnimationFrame(() => void fitView({ padding: 0.2, maxZoom: 1, duration: 180 }));
    } catch {
      void message.warning(t('tidyFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ControlButton
      onClick={() => void tidy()}
      disabled={busy}
      title={`${t('tidy')} · ${t('tidyHelp')}`}
      aria-label={t('tidy')}
    >
      {busy ? <LoadingOutlined aria-hidden /> : <ApartmentOutlined aria-hidden />}
    </ControlButton>
  );
}
