import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Layouter } from './tidy.ts';

let elk: InstanceType<typeof ELK> | undefined;

/** elkjs in a worker of its own, started with the first drawing that is tidied: the page stays responsive meanwhile. */
export const layoutInWorker: Layouter = (graph) => {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  return elk.layout(graph);
};
