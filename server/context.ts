/** Database time, sampled from the store and carried forward on the process's monotonic clock. */
export interface Clock {
  /** Epoch milliseconds by the store's clock. */
  now(): number;
}

/** A job that runs beside the requests; `stop` resolves when its work in progress is done. */
export interface Job {
  name: string;
  stop(): Promise<void>;
}
