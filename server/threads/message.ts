/** What the main thread asks of a worker thread. */
export interface Asked {
  id: number;
  request: unknown;
  /** One cell, shared: anything but zero means the asker has lost interest. */
  stop: SharedArrayBuffer;
}

/** What a worker thread says: how far it is, or how it ended. */
export type Said =
  | { id: number; kind: 'progress'; progress: unknown }
  | { id: number; kind: 'answer'; answer: unknown }
  | { id: number; kind: 'failed'; message: string; stack: string | undefined };
