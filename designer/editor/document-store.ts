import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyEdit, invertEdit, type FlowEdit } from '../../rules-library/edits/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';

/** One gesture of a person: undone and done again as a whole. */
interface Step {
  undo: FlowEdit;
  redo: FlowEdit;
  /** Changes of one group that follow each other closely (typing in one field) are one step. */
  group: string | undefined;
  at: number;
}

/** What is saved: the drawing, and the way it came about on this screen. */
export interface DocumentState {
  flow: Flow;
  past: readonly Step[];
  future: readonly Step[];
}

export interface DocumentStore {
  store: StoreApi<DocumentState>;
  /** Makes one change, which is one step back; `group` joins it to the step before. False when it changed nothing. */
  change: (edit: FlowEdit, group?: string) => boolean;
  /** Ends a group: the next change is a step of its own. */
  seal: () => void;
  undo: () => void;
  redo: () => void;
  /** Another drawing, from the server: steps that led to the old one are forgotten. */
  replace: (flow: Flow) => void;
}

const mostSteps = 200;
/** Typing on within this time stays one step. */
const groupMs = 2000;

/** The document: every change is an invertible edit. */
export function createDocument(flow: Flow, now: () => number = Date.now): DocumentStore {
  const store = createStore<DocumentState>(() => ({ flow, past: [], future: [] }));

  const change = (edit: FlowEdit, group?: string): boolean => {
    const { flow, past } = store.getState();
    const undo = invertEdit(flow, edit);
    if (undo === undefined) return false;
    const last = past.at(-1);
    const at = now();
    const joins = group !== undefined && last?.group === group && at - last.at <= groupMs;
    const step: Step = joins
      ? { undo: followed(undo, last.undo), redo: followed(last.redo, edit), group, at }
      : { undo, redo: edit, group, at };
    const before = joins ? past.slice(0, -1) : past.slice(-mostSteps + 1);
    store.setState({ flow: applyEdit(flow, edit), past: [...before, step], future: [] });
    return true;
  };

  return {
    store,
    change,
    seal() {
      const { past } = store.getState();
      const last = past.at(-1);
      if (last?.group === undefined) return;
      store.setState({ past: [...past.slice(0, -1), { ...last, group: undefined }] });
    },
    undo() {
      const { flow, past, future } = store.getState();
      const step = past.at(-1);
      if (step === undefined) return;
      store.setState({
        flow: applyEdit(flow, step.undo),
        past: past.slice(0, -1),
        future: [step, ...future],
      });
    },
    redo() {
      const { flow, past, future } = store.getState();
      const [step, ...rest] = future;
      if (step === undefined) return;
      const done = { ...step, group: undefined };
      store.setState({ flow: applyEdit(flow, step.redo), past: [...past, done], future: rest });
    },
    replace: (flow) => store.setState({ flow, past: [], future: [] }),
  };
}

/** Two edits after one another; setting the same thing twice is setting it once. */
function followed(first: FlowEdit, second: FlowEdit): FlowEdit {
  const same =
    (first.type === 'set-params' && second.type === 'set-params' && first.node === second.node) ||
    (first.type === 'set-title' && second.type === 'set-title' && first.node === second.node) ||
    (first.type === 'set-name' && second.type === 'set-name') ||
    (first.type === 'set-rank' && second.type === 'set-rank');
  if (same) return second;
  if (first.type === 'move-nodes' && second.type === 'move-nodes') {
    return { type: 'move-nodes', to: { ...first.to, ...second.to } };
  }
  return { type: 'batch', edits: [first, second] };
}
