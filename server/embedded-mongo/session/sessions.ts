import { StoreError } from '../errors.ts';
import type { DirectWriter } from '../storage/direct-writer.ts';
import type { Engine } from '../storage/engine.ts';
import { Conflicts, writeConflict } from './conflicts.ts';
import type { Cursors } from './cursors.ts';
import type { RetryRecords } from './retry.ts';
import { noSuchTransaction, Transaction } from './transaction.ts';

/** An open transaction lives at most this long; what it holds would block others. */
export const TRANSACTION_LIFE_MS = 10_000;

/** Each open transaction takes one of lmdb's 1,024 reader places; the rest is for reads outside transactions. */
const MOST_OPEN = 900;

/** One client connection, as far as transactions care. */
export type Connection = object;

interface Current {
  number: number;
  transaction: Transaction;
  /** Open sockets that carried a command of it. */
  connections: Set<Connection>;
  timer: NodeJS.Timeout;
}

interface Session {
  current?: Current;
  /** Commands of one transaction run one after another. */
  tail: Promise<unknown>;
  lastUse: number;
}

/** The sessions of all clients and their transactions. */
export class Sessions {
  readonly conflicts = new Conflicts();
  private readonly engine: Engine;
  private readonly retry: RetryRecords;
  private readonly cursors: Cursors;
  private readonly sessions = new Map<string, Session>();
  private readonly open = new Set<Transaction>();
  private visible = 0;

  constructor(engine: Engine, retry: RetryRecords, cursors: Cursors) {
    this.engine = engine;
    this.retry = retry;
    this.cursors = cursors;
  }

  private session(id: string): Session {
    let session = this.sessions.get(id);
    if (!session) this.sessions.set(id, (session = { tail: Promise.resolve(), lastUse: 0 }));
    session.lastUse = Date.now();
    return session;
  }

  /** Runs the commands of one transaction one after another. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const session = this.session(id);
    const result = session.tail.then(work, work);
    session.tail = result.catch(() => undefined);
    return result;
  }

  /** Begins a transaction. Throws when the number was used already. */
  begin(id: string, number: number, connection: Connection): Transaction {
    const session = this.session(id);
    const used = Math.max(session.current?.number ?? -1, this.retry.find(id)?.number ?? -1);
    if (number < used) {
      throw new StoreError(225, 'TransactionTooOld', `transaction number ${number} is older than ${used}`);
    }
    if (number === used) {
      throw new StoreError(
        117,
        'ConflictingOperationInProgress',
        `transaction ${number} has been started before`,
      );
    }
    this.abortCurrent(id);
    if (this.open.size >= MOST_OPEN) throw writeConflict();
    const transaction = new Transaction(this.engine, this.conflicts);
    this.open.add(transaction);
    const timer = setTimeout(() => this.abort(id, number), TRANSACTION_LIFE_MS);
    session.current = { number, transaction, connections: new Set([connection]), timer };
    return transaction;
  }

  /** The open transaction a command belongs to. Throws NoSuchTransaction (251), labelled transient. */
  continue(id: string, number: number, connection: Connection): Transaction {
    const current = this.sessions.get(id)?.current;
    if (current?.number !== number || current.transaction.state !== 'open') throw noSuchTransaction();
    current.connections.add(connection);
    return current.transaction;
  }

  /** Commits, durably. Repeating it gives the same answer. Throws NoSuchTransaction (251). */
  async commit(id: string, number: number, writer: DirectWriter): Promise<void> {
    const current = this.sessions.get(id)?.current;
    if (current?.number !== number) {
      const record = this.retry.find(id);
      if (record?.kind === 'commit' && record.number === number) return;
      throw noSuchTransaction();
    }
    const { transaction } = current;
    if (transaction.state === 'committed') return;
    if (transaction.state !== 'open') throw noSuchTransaction();
    transaction.state = 'committing';
    clearTimeout(current.timer);
    if (transaction.hasWrites) {
      await this.engine.run(() => {
        transaction.applyTo(writer);
        this.retry.save(id, { number, kind: 'commit', done: true, state: {} });
      });
    } else transaction.finish('committed');
    this.ended(id, current);
  }

  /** Aborts a transaction that is open; false when there is none with this number. */
  abort(id: string, number: number): boolean {
    const current = this.sessions.get(id)?.current;
    if (current?.number !== number || current.transaction.state !== 'open') return false;
    clearTimeout(current.timer);
    current.transaction.finish('aborted');
    this.ended(id, current);
    return true;
  }

  /** A new number in a session ends the transaction before it. */
  abortCurrent(id: string): void {
    const current = this.sessions.get(id)?.current;
    if (current) this.abort(id, current.number);
  }

  private ended(id: string, current: Current): void {
    this.open.delete(current.transaction);
    current.connections.clear();
    this.cursors.dropWhere((cursor) => cursor.session === id && cursor.transaction === current.number);
    this.prune();
  }

  /** A socket closed: transactions no other open socket carried a command of are aborted. */
  disconnected(connection: Connection): void {
    for (const [id, { current }] of this.sessions) {
      if (!current?.connections.delete(connection)) continue;
      if (current.connections.size === 0) this.abort(id, current.number);
    }
  }

  /** The client ended these sessions. */
  async end(ids: readonly string[]): Promise<void> {
    const known = ids.filter((id) => this.sessions.has(id));
    for (const id of known) {
      this.abortCurrent(id);
      this.sessions.delete(id);
      this.cursors.dropWhere((cursor) => cursor.session === id);
    }
    if (ids.length > 0) await this.engine.run(() => this.retry.remove(ids));
  }

  /** Forgets sessions nobody used for half an hour. */
  dropIdle(minutes: number): void {
    const limit = Date.now() - minutes * 60_000;
    for (const [id, session] of this.sessions) {
      if (session.lastUse < limit && session.current?.transaction.state !== 'open') this.sessions.delete(id);
    }
  }

  /** Aborts every open transaction: the store is closing. */
  abortAll(): void {
    for (const id of this.sessions.keys()) this.abortCurrent(id);
  }

  /** A commit is on disk: conflicts older than every open snapshot are forgotten. */
  committed(number: number): void {
    this.visible = number;
    this.prune();
  }

  private prune(): void {
    let oldest = this.visible;
    for (const transaction of this.open) oldest = Math.min(oldest, transaction.snapshotNumber);
    this.conflicts.prune(oldest);
  }
}
