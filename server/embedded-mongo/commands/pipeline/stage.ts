import type { Document } from 'bson';

/** Receives documents one after another. `push` answers false when it wants no more. */
export interface Sink {
  push(doc: Document): boolean;
  end(): void;
}

/** Makes a stage that hands its results to the next. */
export type Stage = (next: Sink) => Sink;
