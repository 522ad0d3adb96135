import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../editor/editor-context.ts';
import type { FindingsState } from './findings-store.ts';

/** What is worth a look in the open drawing; looking begins with the first who asks. */
export function useFindings<Value>(select: (state: FindingsState) => Value): Value {
  const { findings } = useEditor();
  useEffect(() => findings.start(), [findings]);
  return useStore(findings.store, select);
}
