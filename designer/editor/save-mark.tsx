import { Tooltip } from 'antd';
import { clockTime, exactTime } from '../design/format-time.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { useSaveState } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';

/** Whether what is drawn is safe: 「已自动保存 14:02」. */
export function SaveMark() {
  const t = useTexts(editorTexts);
  const text = useText();
  const state = useSaveState();
  const said = (): string => {
    switch (state.kind) {
      case 'saved':
        return t('saved', { time: clockTime(state.at).slice(0, 5) });
      case 'waiting':
      case 'saving':
        return t('saving');
      case 'offline':
        return t('offline');
      case 'moved':
        return t('movedShort');
      case 'refused':
        return t('notSaved');
    }
  };
  const more =
    state.kind === 'refused' ? text(state.text) : state.kind === 'saved' ? exactTime(state.at) : '';
  const worried = state.kind === 'offline' || state.kind === 'moved' || state.kind === 'refused';
  return (
    <Tooltip title={more}>
      <span
        className={worried ? 'save-mark save-worry' : 'save-mark'}
        role="status"
        data-save={state.kind}
        tabIndex={state.kind === 'refused' ? 0 : undefined}
      >
        {said()}
        {state.kind === 'refused' ? ` · ${text(state.text)}` : ''}
      </span>
    </Tooltip>
  );
}
