import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import { compileFlow } from '../../runtime/index.ts';
import type { DocumentStore } from './document-store.ts';

/** What is wrong with the drawing now: the same words the server would say. */
export interface ProblemsState {
  problems: readonly Problem[];
  byNode: ReadonlyMap<string, readonly Problem[]>;
  errors: number;
}

const restMs = 120;

export function problemsOf(flow: Flow, vocabulary: Vocabulary): ProblemsState {
  const { problems } = compileFlow(flow, vocabulary);
  const byNode = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.node === undefined) continue;
    byNode.set(problem.node, [...(byNode.get(problem.node) ?? []), problem]);
  }
  return { problems, byNode, errors: problems.filter(({ level }) => level === 'error').length };
}

/** Checks the drawing whenever the hand rests; positions alone need no check. */
export function createProblems(
  document: DocumentStore,
  vocabulary: Vocabulary,
): { store: StoreApi<ProblemsState>; stop: () => void } {
  const store = createStore<ProblemsState>(() => problemsOf(document.store.getState().flow, vocabulary));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = document.store.subscribe(({ flow }, before) => {
    if (sameLogic(flow, before.flow)) return;
    clearTimeout(timer);
    timer = setTimeout(() => store.setState(problemsOf(document.store.getState().flow, vocabulary)), restMs);
  });
  return {
    store,
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function sameLogic(one: Flow, other: Flow): boolean {
  return one.nodes === other.nodes && one.edges === other.edges && one.id === other.id;
}
