import type { Document } from 'bson';
import type { Connection } from '../session/sessions.ts';
import type { Transaction } from '../session/transaction.ts';
import type { Store } from '../store.ts';

/** What the reply of `hello` says of this server. */
export interface Identity {
  host: string;
  port: number;
}

/** One command on its way. */
export interface Context {
  store: Store;
  identity: Identity;
  connection: Connection;
  connectionId: number;
  /** Database the command is for. */
  db: string;
  /** Name as the client wrote it, and the whole body. */
  name: string;
  command: Document;
  /** Session id as text, when the client sent one. */
  session: string | undefined;
  /** The client's number for a retryable write or a transaction. */
  txnNumber: number | undefined;
  /** The open transaction the command belongs to. */
  transaction: Transaction | undefined;
  /** `performance.now()` at which the command gives up with 50; Infinity without maxTimeMS. */
  deadline: number;
}

/** A reply: fields beside `ok`, or a whole document as bytes. */
export type Reply = Document | Uint8Array;

/** One command of the store. */
export interface CommandSpec {
  /** Fields it understands beside those every command may carry. */
  fields: readonly string[] | 'any';
  /**
   * In a transaction: 'allowed', 'refused' (263), or 'ends' for commit and abort, which look the transaction up themselves.
   */
  inTransaction: 'allowed' | 'refused' | 'ends';
  /** Takes a retryable write's number. */
  retryable?: boolean;
  run(context: Context): Promise<Reply> | Reply;
}
