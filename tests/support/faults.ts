import type { Store } from '../../server/store/store.ts';

/**
 * What may happen to a commit: it never arrives, or it arrives and its answer is lost. Cut: the store is out of reach from then
 * on, before the commit or after it, and nobody here can tell which.
 */
export type Fault = 'none' | 'conflict' | 'lost-answer' | 'cut-before' | 'cut-after';

class Cut extends Error {
  override name = 'MongoNetworkError';
}

class Injected extends Error {
  private readonly labels: readonly string[];
  constructor(...labels: string[]) {
    super(`injected: ${labels.join()}`);
    this.labels = labels;
  }
  hasErrorLabel(label: string): boolean {
    return this.labels.includes(label);
  }
}

/** Lets commits of a store meet faults, in the order `next` says; counts how many did. */
export function injectFaults(store: Store, next: () => Fault): { count(): number } {
  const { connection } = store;
  const startSession = connection.startSession.bind(connection);
  let count = 0;
  connection.startSession = async (...args) => {
    const session = await startSession(...args);
    const commit = session.commitTransaction.bind(session);
    let committed = false;
    const start = session.startTransaction.bind(session);
    session.startTransaction = (...begin) => {
      committed = false;
      start(...begin);
    };
    session.commitTransaction = async () => {
      // What has been committed cannot conflict any more, however often it is asked to commit again.
      const fault = committed ? 'none' : next();
      if (fault !== 'none') count++;
      if (fault === 'conflict') throw new Injected('TransientTransactionError');
      if (fault === 'cut-before') throw new Cut('injected: cut before the commit');
      await commit();
      committed = true;
      if (fault === 'cut-after') throw new Cut('injected: cut after the commit');
      if (fault === 'lost-answer') throw new Injected('UnknownTransactionCommitResult');
    };
    return session;
  };
  return { count: () => count };
}
