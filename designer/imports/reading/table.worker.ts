import { readTable } from './read-table.ts';
import { TableError, type Table, type TableProblem } from './table.ts';

export type WorkerAnswer = { table: Table } | { problem: TableProblem; line: number | undefined };

export interface WorkerRequest {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where the answer goes. */
  port: MessagePort;
}

/** Reads one file beside the page: whatever is in it, the page stays as it is and this worker can be ended. */
globalThis.addEventListener('message', ({ data: { bytes, port } }: MessageEvent<WorkerRequest>) => {
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  readTable(bytes).then(
    (table) => answer({ table }),
    (error: unknown) => {
      const { problem, line } = error instanceof TableError ? error : new TableError('broken');
      answer({ problem, line });
    },
  );
});
