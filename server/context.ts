import type { Logger } from 'pino';
import type { CommandHandler } from './door/handler.ts';
import type { Door } from './door/door.ts';
import type { Route } from './http/route.ts';

/** Database time, sampled from the store and carried forward on the process's monotonic clock. */
export interface Clock {
  /** Epoch milliseconds by the store's clock. */
  now(): number;
}

/** What every topic gets to make its routes and jobs from. */
export interface ServerContext {
  door: Door;
  clock: Clock;
  log: Logger;
  /** The company's time zone, such as Asia/Shanghai. */
  zone: () => string;
}

/** A job that runs beside the requests; `stop` resolves when its work in progress is done. */
export interface Job {
  name: string;
  stop(): Promise<void>;
}

/** A business topic: its handlers, routes and jobs. Each folder of `server` that has any exports one `topic`. */
export interface Topic {
  name: string;
  handlers?: CommandHandler[];
  routes?(context: ServerContext): Route[];
  jobs?(context: ServerContext): Job[];
}
