import { useEffect } from 'react';
import type { DocumentStore } from './document-store.ts';
import { isTyping } from './is-typing.ts';

/** Ctrl Z and Ctrl Shift Z (or Ctrl Y). Inside a text field they stay the field's own. */
export function useHistoryKeys(drawing: DocumentStore): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) drawing.redo();
      else drawing.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [drawing]);
}
