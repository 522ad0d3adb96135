import type { Caller } from '../http/caller.ts';

/** What sockets need to know of sign-ins. */
export interface SignIns {
  bySession(token: string): Promise<Caller | null>;
  /** A sign-in ended in this process; tells its id. Returns how to stop. */
  onEnded(listener: (session: string) => void): () => void;
  /** A person was changed in this process: roles, warehouse, disabled. Returns how to stop. */
  onChanged(listener: () => void): () => void;
  /** Of these sign-ins the ones that still hold, as they are now (roles may have changed), read from the store. */
  still(sessions: readonly string[]): Promise<ReadonlyMap<string, Caller>>;
}
