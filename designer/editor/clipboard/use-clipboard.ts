import { useReactFlow } from '@xyflow/react';
import { App } from 'antd';
import { useEffect, useMemo } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { arrangeTexts } from '../arrange/arrange.texts.ts';
import { useEditor } from '../editor-context.ts';
import { isTyping } from '../is-typing.ts';
import { type Clipboard, createClipboard } from './clipboard.ts';
import { partText, readPart } from './part.ts';

/**
 * The clipboard of the open drawing, with its keys: copy, cut and paste by the browser's own clipboard, so that blocks travel
 * between flows and windows, Ctrl D for a copy in place, Ctrl A for all. Inside a text field the keys stay the field's own.
 */
export function useClipboard(): Clipboard {
  const editor = useEditor();
  const { document: drawing, session, mayEdit } = editor;
  const { screenToFlowPosition } = useReactFlow();
  const { message } = App.useApp();
  const t = useTexts(arrangeTexts);
  const clipboard = useMemo(
    () =>
      createClipboard({
        editor,
        middle: () => screenToFlowPosition(middleOfCanvas()),
        onLeftTrigger: () => void message.info(t('leftTrigger')),
      }),
    [editor, screenToFlowPosition, message, t],
  );

  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const isCut = event.type === 'cut';
      if (isTyping(event.target) || isTextChosen() || (isCut && !mayEdit)) return;
      const part = isCut ? clipboard.cut() : clipboard.copy();
      if (part === undefined) return;
      event.clipboardData?.setData('text/plain', partText(part));
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!mayEdit || isTyping(event.target) || text === '') return;
      event.preventDefault();
      const part = readPart(text);
      if (part === undefined) void message.info(t('notBlocks'));
      else clipboard.paste(part);
    };
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const key = event.key.toLowerCase();
      if (!isPlain || isTyping(event.target) || (key !== 'a' && key !== 'd')) return;
      event.preventDefault();
      if (key === 'a')
        session.setState({ nodes: drawing.store.getState().flow.nodes.map(({ id }) => id), edges: [] });
      else if (mayEdit) clipboard.duplicate();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
      window.removeEventListener('keydown', onKey);
    };
  }, [clipboard, drawing, session, mayEdit, message, t]);
  return clipboard;
}

function isTextChosen(): boolean {
  return (document.getSelection()?.toString() ?? '') !== '';
}

function middleOfCanvas(): { x: number; y: number } {
  const pane = document.querySelector('.canvas')?.getBoundingClientRect();
  return {
    x: (pane?.left ?? 0) + (pane?.width ?? 0) / 2,
    y: (pane?.top ?? 0) + (pane?.height ?? 0) / 2,
  };
}
