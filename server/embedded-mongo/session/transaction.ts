import type { Document } from 'bson';
import type { Transaction as ReadTransaction } from 'lmdb';
import { StoreError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { dropCommon, type DirectWriter } from '../storage/direct-writer.ts';
import { duplicateKey } from '../storage/duplicate.ts';
import type { Engine, Snapshot } from '../storage/engine.ts';
import { entriesOf, type Entry } from '../storage/entries.ts';
import { docKey, recordOf } from '../storage/keys.ts';
import type { OwnRecord, Writer } from '../storage/view.ts';
import { type Conflicts, type Holder } from './conflicts.ts';

/** The error of a command whose transaction is not there any more: the client runs the whole body again. */
export function noSuchTransaction(): StoreError {
  return new StoreError(251, 'NoSuchTransaction', 'The transaction has been aborted or was never started', {
    labels: ['TransientTransactionError'],
  });
}

/** A record this transaction wrote, with its index entries now and before the transaction. */
interface Written {
  collection: Collection;
  record: number;
  /** The document now; null when deleted. */
  now: (OwnRecord & { entries: Entry[] }) | null;
  /** Entries in the snapshot; empty when the transaction made the record. */
  before: readonly Entry[];
  /** The snapshot has the record. */
  existed: boolean;
}

interface Own {
  records: Map<number, OwnRecord | null>;
  byId: Map<string, number>;
}

/**
 * An open multi-document transaction: one snapshot it reads from, and its own writes in memory above it. Records and unique
 * keys it writes are held until it ends, so its commit cannot conflict.
 */
export class Transaction implements Writer, Holder {
  readonly ended: Promise<void>;
  readonly changes = true;
  state: 'open' | 'committing' | 'committed' | 'aborted' = 'open';
  readonly engine: Engine;
  private readonly conflicts: Conflicts;
  private readonly snapshot: Snapshot;
  private readonly options: { transaction: ReadTransaction };
  private readonly written = new Map<string, Written>();
  private readonly owned = new Map<number, Own>();
  /** Unique keys as this transaction sees them: the record that has one, or null when freed. */
  private readonly keys = new Map<string, number | null>();
  /** Every record it holds. */
  private readonly held: [collection: number, record: number][] = [];
  private end!: () => void;
  /** A command is reading from the snapshot: it is let go only behind it. */
  private running = false;

  constructor(engine: Engine, conflicts: Conflicts) {
    this.engine = engine;
    this.conflicts = conflicts;
    this.snapshot = engine.snapshot();
    this.options = { transaction: this.snapshot.transaction };
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  get transaction(): ReadTransaction {
    return this.snapshot.transaction;
  }

  get number(): number {
    return this.snapshot.number;
  }

  get snapshotNumber(): number {
    return this.snapshot.number;
  }

  get hasWrites(): boolean {
    return this.written.size > 0;
  }

  /** Runs one command of this transaction. It may be aborted meanwhile: then the command's next write throws 251. */
  async during<T>(command: () => Promise<T> | T): Promise<T> {
    this.running = true;
    try {
      return await command();
    } finally {
      this.running = false;
      if (this.state === 'aborted') this.snapshot.done();
    }
  }

  read(collection: Collection, record: number): Uint8Array | undefined {
    const own = this.owned.get(collection.id)?.records.get(record);
    if (own !== undefined) return own?.bytes;
    return this.engine.docs.get(docKey(collection.id, record), this.options);
  }

  own(collection: Collection): ReadonlyMap<number, OwnRecord | null> | undefined {
    return this.owned.get(collection.id)?.records;
  }

  ownById(collection: Collection, text: string): number | undefined {
    return this.owned.get(collection.id)?.byId.get(text);
  }

  assertFree(collection: Collection, record: number): void {
    this.claim(collection, record);
  }

  insert(collection: Collection, bytes: Uint8Array): void {
    this.assertOpen();
    const record = collection.newRecord(this.engine);
    const picked = collection.picker.pick(bytes);
    const entries = entriesOf(collection, record, picked);
    this.claimKeys(collection, record, entries, picked);
    this.claim(collection, record);
    this.put({ collection, record, now: { bytes, entries }, before: [], existed: false });
  }

  replace(collection: Collection, record: number, before: Uint8Array, after: Uint8Array): void {
    this.claim(collection, record);
    const written = this.open(collection, record, before);
    const picked = collection.picker.pick(after);
    const entries = entriesOf(collection, record, picked);
    const added = [...entries];
    const removed = [...(written.now?.entries ?? [])];
    dropCommon(added, removed);
    this.freeKeys(removed);
    this.claimKeys(collection, record, added, picked);
    written.now = { bytes: after, entries };
    this.put(written);
  }

  remove(collection: Collection, record: number, before: Uint8Array): void {
    this.claim(collection, record);
    const written = this.open(collection, record, before);
    this.freeKeys(written.now?.entries ?? []);
    written.now = null;
    this.put(written);
  }

  /** Inside a write job: puts everything this transaction wrote into the running commit and lets go of what it held. */
  applyTo(writer: DirectWriter): void {
    const changes = [...this.written.values()].map(({ collection, record, now, before, existed }) => {
      const added = [...(now?.entries ?? [])];
      const removed = [...before];
      dropCommon(added, removed);
      return { collection, record, bytes: now?.bytes ?? null, added, removed, existed };
    });
    // A unique key may have moved from one record to another: all old entries go before any new one comes.
    for (const { removed } of changes) writer.dropEntries(removed);
    for (const { collection, record, bytes, added, existed } of changes) {
      if (bytes || existed) writer.putRecord(collection, record, bytes, added);
    }
    this.finish('committed');
  }

  /** Ends the transaction: releases what it held. */
  finish(state: 'committed' | 'aborted'): void {
    this.state = state;
    for (const [collection, record] of this.held) this.conflicts.releaseRecord(collection, record);
    for (const key of this.keys.keys()) this.conflicts.releaseKey(key);
    if (!this.running) this.snapshot.done();
    this.end();
  }

  private assertOpen(): void {
    if (this.state !== 'open') throw noSuchTransaction();
  }

  private claim(collection: Collection, record: number): void {
    this.assertOpen();
    if (collection.changed > this.snapshotNumber) {
      throw new StoreError(
        246,
        'SnapshotUnavailable',
        `Unable to read from a snapshot due to pending collection catalog changes of ${collection.ns}`,
        { labels: ['TransientTransactionError'] },
      );
    }
    if (this.conflicts.claimRecord(this, collection.id, record)) this.held.push([collection.id, record]);
  }

  private claimKeys(collection: Collection, record: number, entries: readonly Entry[], doc: Document): void {
    for (const { index, key, text } of entries) {
      if (!index.unique) continue;
      let owner = this.keys.get(text);
      if (owner === undefined) {
        this.conflicts.claimKey(this, text);
        const stored = this.engine.index.get(key, this.options);
        owner = stored ? recordOf(stored) : null;
        this.keys.set(text, owner);
      }
      if (owner !== null && owner !== record) throw duplicateKey(collection, index, doc);
      this.keys.set(text, record);
    }
  }

  private freeKeys(entries: readonly Entry[]): void {
    for (const { index, text } of entries) {
      if (!index.unique) continue;
      this.conflicts.claimKey(this, text);
      this.keys.set(text, null);
    }
  }

  /** The record as written so far, or as the snapshot has it. */
  private open(collection: Collection, record: number, before: Uint8Array): Written {
    const known = this.written.get(`${collection.id}:${record}`);
    if (known) return known;
    const entries = entriesOf(collection, record, collection.picker.pick(before));
    return { collection, record, now: { bytes: before, entries }, before: entries, existed: true };
  }

  private put(written: Written): void {
    const { collection, record, now } = written;
    let own = this.owned.get(collection.id);
    if (!own) this.owned.set(collection.id, (own = { records: new Map(), byId: new Map() }));
    this.written.set(`${collection.id}:${record}`, written);
    own.records.set(record, now);
    const id = now?.entries.find((entry) => entry.index === collection.idIndex);
    if (id) own.byId.set(id.text, record);
  }
}
