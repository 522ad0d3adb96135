import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { FlowView } from '../../rules-library/contract/flows.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { Autosave, type SaveState } from './autosave.ts';
import { createDocument, type DocumentState, type DocumentStore } from './document-store.ts';
import { withEdgeIds } from './ids.ts';
import { createFindings, type Finder, type FindingsStore, workerFinder } from '../findings/findings-store.ts';
import { createProblems, type ProblemsState } from './problems-store.ts';
import { createSession, type SessionState, type SessionStore } from './session-store.ts';

/** One open drawing: the document, this window's own state, what is wrong with it, and how safe it is. */
export interface Editor {
  flowId: string;
  document: DocumentStore;
  session: SessionStore;
  problems: ReturnType<typeof createProblems>;
  /** What is worth a look in it. */
  findings: FindingsStore;
  autosave: Autosave;
  /** This person may draw; others read. */
  mayEdit: boolean;
  close: () => void;
}

export interface EditorOptions {
  view: FlowView;
  mayEdit: boolean;
  save: (flow: Flow, version: number) => Promise<FlowView>;
  onSaved: (view: FlowView) => void;
  /** Looks at the drawing; a worker unless said. */
  finder?: Finder;
}

/** Opens a drawing for editing. */
export function createEditor({
  view,
  mayEdit,
  save,
  onSaved,
  finder = workerFinder(),
}: EditorOptions): Editor {
  const flow = withEdgeIds(view.flow);
  const document = createDocument(flow);
  const session = createSession();
  const problems = createProblems(document, vocabulary);
  const findings = createFindings(document, finder);
  const autosave = new Autosave({
    flow,
    version: view.version,
    savedAt: Date.parse(view.savedAt),
    save,
    onSaved,
  });
  const stopSaving = document.store.subscribe(({ flow }, before) => {
    if (flow !== before.flow) autosave.changed(flow);
  });
  const stopCleaning = document.store.subscribe(({ flow }) => forgetGone(session, flow));
  return {
    flowId: flow.id,
    document,
    session,
    problems,
    findings,
    autosave,
    mayEdit,
    close() {
      stopSaving();
      stopCleaning();
      problems.stop();
      findings.stop();
      autosave.stop();
    },
  };
}

/** What is no longer drawn cannot stay chosen. */
function forgetGone(session: SessionStore, flow: Flow): void {
  const { nodes, edges } = session.getState();
  const kept = {
    nodes: nodes.filter((id) => flow.nodes.some((node) => node.id === id)),
    edges: edges.filter((id) => flow.edges.some((edge) => edge.id === id)),
  };
  if (kept.nodes.length !== nodes.length || kept.edges.length !== edges.length) session.setState(kept);
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === undefined) throw new Error('no drawing is open here');
  return editor;
}

export function useDocument<Value>(select: (state: DocumentState) => Value): Value {
  return useStore(useEditor().document.store, select);
}

export function useSession<Value>(select: (state: SessionState) => Value): Value {
  return useStore(useEditor().session, select);
}

export function useProblems<Value>(select: (state: ProblemsState) => Value): Value {
  return useStore(useEditor().problems.store, select);
}

export function useSaveState(): SaveState {
  return useStore(useEditor().autosave.state);
}

/** The drawing as it is now. */
export function useFlow(): Flow {
  return useDocument(({ flow }) => flow);
}
