import type { ClientSession, Connection } from 'mongoose';
import { RequestError } from '../http/request-error.ts';

const deadlineMs = 5000;

interface Labelled {
  code?: number;
  hasErrorLabel?: (label: string) => boolean;
}

function hasLabel(error: unknown, label: string): boolean {
  const labelled = error as Labelled;
  return typeof labelled.hasErrorLabel === 'function' && labelled.hasErrorLabel(label);
}

/** What ties reads and writes to one transaction. */
export type StoreSession = ClientSession;

/** A key that exists already: another writer was first. */
export function isDuplicate(error: unknown): boolean {
  return (error as Labelled | null)?.code === 11_000;
}

const outOfReach: ReadonlySet<string> = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'PoolClearedOnNetworkError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoClientClosedError',
]);

/**
 * The store could not be reached, or went away on the way, perhaps after it had committed: nothing is known to be wrong with what
 * was asked, and asking again is for whoever knows its key.
 */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return outOfReach.has(error.name) || hasLabel(error, 'UnknownTransactionCommitResult');
}

export function isTransient(error: unknown): boolean {
  return hasLabel(error, 'TransientTransactionError');
}

/** The store has no room for this now; the caller may try again. */
export function busy(): RequestError {
  return new RequestError(
    'busy',
    { zh: '系统正忙，请稍后再试', en: 'The system is busy; please try again in a moment' },
    { retryAfter: 1 },
  );
}

export interface TransactionStats {
  attempts: number;
}

/**
 * Runs `body` in one transaction: snapshot reads, majority and journal. The whole body runs again on a transient error
 * after a short random wait; an unknown commit result is committed again. `body` touches nothing but the store. Gives up
 * after 5 s with 503. Never the driver's own `withTransaction`: its back-off lets losers starve.
 */
export async function inTransaction<Result>(
  connection: Connection,
  body: (session: ClientSession, attempt: number) => Promise<Result>,
  stats?: TransactionStats,
): Promise<Result> {
  const until = performance.now() + deadlineMs;
  const session = await connection.startSession();
  try {
    for (let attempt = 1; ; attempt++) {
      if (stats !== undefined) stats.attempts = attempt;
      session.startTransaction({
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', journal: true },
      });
      try {
        const result = await body(session, attempt);
        await commit(session, until);
        return result;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => {});
        if (!isTransient(error)) throw error;
        if (performance.now() > until) throw busy();
        await wait(Math.random() * (attempt < 3 ? 8 : 24));
      }
    }
  } finally {
    await session.endSession().catch(() => {});
  }
}

async function commit(session: ClientSession, until: number): Promise<void> {
  for (;;) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || performance.now() > until) throw error;
      await wait(Math.random() * 8);
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
