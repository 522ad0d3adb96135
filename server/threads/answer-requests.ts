import { parentPort } from 'node:worker_threads';
import type { Asked, Said } from './message.ts';

export interface Asking {
  /** True once the asker has lost interest: answer with what there is, soon. */
  stopped: () => boolean;
  progress: (progress: unknown) => void;
}

/** A worker thread's side: answers requests one after another, in the order they came. */
export function answerRequests(answer: (request: unknown, asking: Asking) => unknown): void {
  const port = parentPort;
  if (port === null) throw new Error('this module runs in a worker thread only');
  const say = (said: Said): void => port.postMessage(said);
  let queue: Promise<void> = Promise.resolve();
  port.on('message', ({ id, request, stop }: Asked) => {
    const cell = new Int32Array(stop);
    const asking: Asking = {
      stopped: () => Atomics.load(cell, 0) !== 0,
      progress: (progress) => say({ id, kind: 'progress', progress }),
    };
    queue = queue.then(async () => {
      try {
        say({ id, kind: 'answer', answer: await answer(request, asking) });
      } catch (error) {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        say({ id, kind: 'failed', message, stack });
      }
    });
  });
}
