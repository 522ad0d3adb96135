import { StoreError } from '../errors.ts';

/** What the table needs to know of an open transaction. */
export interface Holder {
  /** Number of the last commit its snapshot contains. */
  readonly snapshotNumber: number;
  /** Resolves when it has committed (its writes are in the queue's order) or aborted. */
  readonly ended: Promise<void>;
}

/** Thrown inside a write job: an open transaction wrote what this write is about; wait for its end and try again. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  readonly holder: Holder;

  constructor(holder: Holder) {
    super('waits for a transaction');
    this.holder = holder;
  }
}

/** The error of a transaction that lost: the client runs its whole body again. */
export function writeConflict(): StoreError {
  return new StoreError(
    112,
    'WriteConflict',
    'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.',
    { labels: ['TransientTransactionError'] },
  );
}

interface Noted {
  number: number;
  records: [collection: number, record: number][];
  keys: string[];
}

/**
 * Who wrote what: records and unique keys held by open transactions, and the numbers of recent commits. A transaction that
 * writes something another open transaction holds, or that was committed after its snapshot, is refused at once.
 */
export class Conflicts {
  private readonly heldRecords = new Map<number, Map<number, Holder>>();
  private readonly heldKeys = new Map<string, Holder>();
  private readonly recentRecords = new Map<number, Map<number, number>>();
  private readonly recentKeys = new Map<string, number>();
  private noted: Noted[] = [];

  /** Takes a record for a transaction, or throws the conflict (112). True when it was not held before. */
  claimRecord(holder: Holder, collection: number, record: number): boolean {
    let held = this.heldRecords.get(collection);
    const other = held?.get(record);
    if (other === holder) return false;
    if (other) throw writeConflict();
    if ((this.recentRecords.get(collection)?.get(record) ?? 0) > holder.snapshotNumber) throw writeConflict();
    if (!held) this.heldRecords.set(collection, (held = new Map()));
    held.set(record, holder);
    return true;
  }

  /** Takes a unique key for a transaction, or throws the conflict (112). True when it was not held before. */
  claimKey(holder: Holder, key: string): boolean {
    const other = this.heldKeys.get(key);
    if (other === holder) return false;
    if (other) throw writeConflict();
    if ((this.recentKeys.get(key) ?? 0) > holder.snapshotNumber) throw writeConflict();
    this.heldKeys.set(key, holder);
    return true;
  }

  /** Lets go of a record a transaction held. */
  releaseRecord(collection: number, record: number): void {
    const held = this.heldRecords.get(collection);
    held?.delete(record);
    if (held?.size === 0) this.heldRecords.delete(collection);
  }

  /** Lets go of a unique key a transaction held. */
  releaseKey(key: string): void {
    this.heldKeys.delete(key);
  }

  /** The open transaction that holds a record. */
  holderOf(collection: number, record: number): Holder | undefined {
    return this.heldRecords.get(collection)?.get(record);
  }

  /** The open transaction that holds a unique key. */
  holderOfKey(key: string): Holder | undefined {
    return this.heldKeys.get(key);
  }

  /** An open transaction that wrote to a collection. */
  holderIn(collection: number): Holder | undefined {
    return this.heldRecords.get(collection)?.values().next().value;
  }

  /** Remembers that the running commit wrote a record. */
  noteRecord(number: number, collection: number, record: number): void {
    let recent = this.recentRecords.get(collection);
    if (!recent) this.recentRecords.set(collection, (recent = new Map()));
    recent.set(record, number);
    this.note(number).records.push([collection, record]);
  }

  /** Remembers that the running commit added or removed a unique key. */
  noteKey(number: number, key: string): void {
    this.recentKeys.set(key, number);
    this.note(number).keys.push(key);
  }

  private note(number: number): Noted {
    const last = this.noted.at(-1);
    if (last?.number === number) return last;
    const fresh: Noted = { number, records: [], keys: [] };
    this.noted.push(fresh);
    return fresh;
  }

  /** Forgets the commits that every present and future snapshot contains. */
  prune(number: number): void {
    let count = 0;
    while (count < this.noted.length && this.noted[count]!.number <= number) {
      const { records, keys, number: at } = this.noted[count++]!;
      for (const [collection, record] of records) {
        const recent = this.recentRecords.get(collection);
        if (recent?.get(record) === at) recent.delete(record);
        if (recent?.size === 0) this.recentRecords.delete(collection);
      }
      for (const key of keys) if (this.recentKeys.get(key) === at) this.recentKeys.delete(key);
    }
    if (count > 0) this.noted.splice(0, count);
  }
}
