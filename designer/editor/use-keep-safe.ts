import { useEffect } from 'react';
import type { Editor } from './editor-context.ts';

/** Nothing drawn gets lost: closing the window asks while something is unsaved, and a connection that is back saves at once. */
export function useKeepSafe(editor: Editor | null): void {
  useEffect(() => {
    if (editor === null) return undefined;
    const { autosave } = editor;
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (autosave.isSafe) return;
      void autosave.flush();
      event.preventDefault();
    };
    const onBack = (): void => autosave.retry();
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('online', onBack);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('online', onBack);
    };
  }, [editor]);
}
