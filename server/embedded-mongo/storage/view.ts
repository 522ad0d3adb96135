import type { Transaction } from 'lmdb';
import type { Collection } from './collection.ts';
import type { Engine } from './engine.ts';
import { docKey } from './keys.ts';

/** A state of the store to read from: a snapshot, a snapshot under a transaction's own writes, or a running write job. */
export interface View {
  readonly engine: Engine;
  /** Read transaction for lmdb; undefined inside a write job, where lmdb reads what the job sees. */
  readonly transaction: Transaction | undefined;
  /** Number of the last commit this view contains; indexes completed later are not in it. */
  readonly number: number;
  /** It may come to hold records of its own while a cursor reads from it. */
  readonly changes: boolean;
  /** Bytes of a record, or undefined when it is not there. */
  read(collection: Collection, record: number): Uint8Array | undefined;
  /** Records this view holds apart from lmdb, by number; null where one is deleted. */
  own(collection: Collection): ReadonlyMap<number, OwnRecord | null> | undefined;
  /** The own record with this `_id` entry, where the view keeps them apart. */
  ownById(collection: Collection, text: string): number | undefined;
}

/** A record a transaction wrote and has not committed. */
export interface OwnRecord {
  bytes: Uint8Array;
}

/** A view that can be written. Each call checks everything before it changes anything. */
export interface Writer extends View {
  /** Throws when this record may not be written now: Blocked outside a transaction, 112 inside. */
  assertFree(collection: Collection, record: number): void;
  /** Adds a document. Throws 11000, 112 or Blocked. */
  insert(collection: Collection, bytes: Uint8Array): void;
  /** Puts another document in the place of one. Throws 11000, 112 or Blocked. */
  replace(collection: Collection, record: number, before: Uint8Array, after: Uint8Array): void;
  /** Takes a document away. Throws 112 or Blocked. */
  remove(collection: Collection, record: number, before: Uint8Array): void;
}

/** Reads the committed state of one moment. */
export class ReadView implements View {
  readonly transaction: Transaction | undefined;
  readonly number: number;
  readonly engine: Engine;
  readonly changes: boolean = false;
  private readonly options: { transaction: Transaction } | undefined;

  constructor(engine: Engine, transaction: Transaction | undefined, number: number) {
    this.engine = engine;
    this.transaction = transaction;
    this.number = number;
    this.options = transaction && { transaction };
  }

  read(collection: Collection, record: number): Uint8Array | undefined {
    return this.engine.docs.get(docKey(collection.id, record), this.options);
  }

  own(): undefined {
    return undefined;
  }

  ownById(): undefined {
    return undefined;
  }
}
