import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Finding } from '../../runtime/index.ts';
import type { DocumentStore } from '../editor/document-store.ts';

/** What is worth a look in the drawing. */
export interface FindingsState {
  findings: readonly Finding[];
  /** The drawing has moved on since, and is being looked at. */
  isLooking: boolean;
  /** It could not be looked at: nothing is known of it. */
  isUnknown: boolean;
}

/** Finds what is in a drawing; a later question ends an earlier one. */
export interface Finder {
  find: (flow: Flow) => Promise<Finding[]>;
  stop: () => void;
}

export interface FindingsStore {
  store: StoreApi<FindingsState>;
  /** Begins to look, and looks again whenever the hand rests. */
  start: () => void;
  stop: () => void;
}

const restMs = 300;

/** Looks at the drawing whenever the hand rests, from the moment somebody wants to know. */
export function createFindings(document: DocumentStore, finder: Finder): FindingsStore {
  const store = createStore<FindingsState>(() => ({
    findings: [],
    isLooking: false,
    isUnknown: false,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: (() => void) | undefined;
  const look = (): void => {
    const { flow } = document.store.getState();
    finder.find(flow).then(
      (findings) => {
        if (document.store.getState().flow.nodes === flow.nodes)
          store.setState({ findings, isLooking: false, isUnknown: false });
      },
      // Not knowing is said, never taken for nothing found.
      () => store.setState({ findings: [], isLooking: false, isUnknown: true }),
    );
  };
  const soon = (ms: number): void => {
    clearTimeout(timer);
    store.setState({ isLooking: true });
    timer = setTimeout(look, ms);
  };
  return {
    store,
    start() {
      if (unsubscribe !== undefined) return;
      unsubscribe = document.store.subscribe(({ flow }, before) => {
        if (flow.nodes !== before.flow.nodes || flow.edges !== before.flow.edges) soon(restMs);
      });
      soon(0);
    },
    stop() {
      clearTimeout(timer);
      unsubscribe?.();
      finder.stop();
    },
  };
}

/** Finds in a worker. One that is still busy with an older drawing is ended: nobody waits for it any more. */
export function workerFinder(): Finder {
  let worker: Worker | undefined;
  let isBusy = false;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  return {
    find(flow) {
      if (isBusy) end();
      const asked = (worker ??= new Worker(new URL('./findings.worker.ts', import.meta.url), {
        type: 'module',
      }));
      isBusy = true;
      return new Promise((resolve, reject) => {
        asked.addEventListener(
          'message',
          ({ data }: MessageEvent<Finding[]>) => {
            isBusy = false;
            resolve(data);
          },
          { once: true },
        );
        asked.addEventListener(
          'error',
          () => {
            end();
            reject(new Error('the drawing could not be looked at'));
          },
          { once: true },
        );
        // Workers take no origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        asked.postMessage(flow);
      });
    },
    stop: end,
  };
}
