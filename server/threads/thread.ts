import { Worker } from 'node:worker_threads';
import type { Asked, Said } from './message.ts';

const boot = new URL('./boot.mjs', import.meta.url);

interface Waiting {
  onProgress: (progress: never) => void;
  settle: (answer: never) => void;
  fail: (error: Error) => void;
}

export interface AskOptions<Progress> {
  onProgress?: (progress: Progress) => void;
  /** Aborting tells the thread to stop soon; `ask` then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * A worker thread that answers requests, for work that would hold up the event loop. Started with the first request, it does
 * not keep the process alive while nobody waits for it. A thread that dies fails what it was asked; the next request starts another.
 */
export class Thread {
  private worker: Worker | undefined;
  private count = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly module: string;

  /** `module`: a module that calls `answerRequests`. */
  constructor(module: URL) {
    this.module = module.href;
  }

  async ask<Answer, Progress = never>(request: unknown, options: AskOptions<Progress> = {}): Promise<Answer> {
    const { onProgress = () => {}, signal } = options;
    signal?.throwIfAborted();
    const worker = this.start();
    const id = ++this.count;
    const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const tellToStop = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
    signal?.addEventListener('abort', tellToStop, { once: true });
    worker.ref();
    try {
      const answer = await new Promise<Answer>((settle, fail) => {
        this.waiting.set(id, { onProgress, settle, fail });
        worker.postMessage({ id, request, stop } satisfies Asked, []);
      });
      signal?.throwIfAborted();
      return answer;
    } finally {
      signal?.removeEventListener('abort', tellToStop);
      this.waiting.delete(id);
      if (this.waiting.size === 0) worker.unref();
    }
  }

  /** Ends the thread; what it was asked and has not answered fails. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(boot, { workerData: { module: this.module } });
    this.worker = worker;
    worker.on('message', (said: Said) => this.hear(said));
    let reason: unknown;
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined;
      const error = reason instanceof Error ? reason : new Error('the worker thread has ended');
      for (const { fail } of this.waiting.values()) fail(error);
      this.waiting.clear();
    });
    return worker;
  }

  private hear(said: Said): void {
    const waiting = this.waiting.get(said.id);
    if (waiting === undefined) return;
    if (said.kind === 'progress') waiting.onProgress(said.progress as never);
    else if (said.kind === 'answer') waiting.settle(said.answer as never);
    else waiting.fail(Object.assign(new Error(said.message), { stack: said.stack }));
  }
}
