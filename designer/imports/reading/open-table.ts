import { limits, TableError, type Table } from './table.ts';
import type { WorkerAnswer, WorkerRequest } from './table.worker.ts';

/** A file of the largest size is read in a few seconds. */
const longestMs = 30_000;

/** Reads a file that a person chose, in a worker of its own that is ended afterwards. Throws `TableError`. */
export async function openTable(file: File): Promise<Table> {
  if (file.size > limits.bytes) throw new TableError('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('table.worker.ts', import.meta.url), { type: 'module' });
  const { port1: answers, port2: port } = new MessageChannel();
  try {
    return await new Promise<Table>((done, fail) => {
      setTimeout(() => fail(new TableError('too-slow')), longestMs);
      worker.addEventListener('error', () => fail(new TableError('broken')));
      answers.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) =>
        'table' in data ? done(data.table) : fail(new TableError(data.problem, data.line)),
      );
      answers.start();
      const request: WorkerRequest = { bytes, port };
      worker.postMessage(request, [bytes.buffer, port]);
    });
  } finally {
    worker.terminate();
    answers.close();
  }
}
