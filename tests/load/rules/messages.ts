/** What the benchmark asks a measuring process, one at a time. */
export type Question =
  | { ask: 'load' }
  /** Ids matched by the first orders, as many as fit into the time. */
  | { ask: 'answers'; most: number; ms: number }
  /** Orders for this long, CPU time of the process. */
  | { ask: 'round'; ms: number };

export interface Loaded {
  /** Of the engine, with its version. */
  name: string;
  loadMs: number;
  firstOrderMs: number;
  heapMb: number;
  residentMb: number;
}

export interface Round {
  orders: number;
  /** Of all threads. */
  cpuUs: number;
  /** The longest one decision took, wall time. */
  worstMs: number;
}

export type Answers = readonly (readonly string[])[];
