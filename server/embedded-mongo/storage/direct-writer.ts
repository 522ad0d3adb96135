import type { Document } from 'bson';
import { Blocked, type Conflicts } from '../session/conflicts.ts';
import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { duplicateKey } from './duplicate.ts';
import type { Engine } from './engine.ts';
import { entriesOf, type Entry } from './entries.ts';
import { docKey, NO_VALUE, recordOf, recordValue } from './keys.ts';
import { ReadView, type Writer } from './view.ts';

/**
 * Writes outside transactions: straight into the running write job. What an open transaction holds is waited for (Blocked).
 */
export class DirectWriter extends ReadView implements Writer {
  private readonly catalog: Catalog;
  private readonly conflicts: Conflicts;

  constructor(engine: Engine, catalog: Catalog, conflicts: Conflicts) {
    super(engine, undefined, Infinity);
    this.catalog = catalog;
    this.conflicts = conflicts;
  }

  assertFree(collection: Collection, record: number): void {
    const holder = this.conflicts.holderOf(collection.id, record);
    if (holder) throw new Blocked(holder);
  }

  insert(collection: Collection, bytes: Uint8Array): void {
    const record = collection.newRecord(this.engine);
    const picked = collection.picker.pick(bytes);
    const entries = entriesOf(collection, record, picked);
    this.checkUnique(collection, record, entries, picked);
    this.engine.together(() => {
      this.putDoc(collection, record, bytes);
      for (const entry of entries) this.putEntry(entry, record);
    });
    this.finish(collection, record);
  }

  replace(collection: Collection, record: number, before: Uint8Array, after: Uint8Array): void {
    this.assertFree(collection, record);
    const picked = collection.picker.pick(after);
    const added = entriesOf(collection, record, picked);
    const removed = entriesOf(collection, record, collection.picker.pick(before));
    dropCommon(added, removed);
    this.checkUnique(collection, record, added, picked);
    this.engine.together(() => {
      this.putDoc(collection, record, after);
      for (const entry of removed) this.removeEntry(entry);
      for (const entry of added) this.putEntry(entry, record);
    });
    this.finish(collection, record);
  }

  remove(collection: Collection, record: number, before: Uint8Array): void {
    this.assertFree(collection, record);
    const entries = entriesOf(collection, record, collection.picker.pick(before));
    this.engine.together(() => {
      void this.engine.docs.remove(docKey(collection.id, record));
      for (const entry of entries) this.removeEntry(entry);
    });
    this.finish(collection, record);
  }

  /** Removes index entries of a transaction that commits. */
  dropEntries(entries: readonly Entry[]): void {
    this.engine.together(() => {
      for (const entry of entries) this.removeEntry(entry);
    });
  }

  /** Writes a record of a transaction that commits; the transaction made all checks. Null deletes it. */
  putRecord(collection: Collection, record: number, bytes: Uint8Array | null, added: readonly Entry[]): void {
    this.engine.together(() => {
      if (bytes) this.putDoc(collection, record, bytes);
      else void this.engine.docs.remove(docKey(collection.id, record));
      for (const entry of added) this.putEntry(entry, record);
    });
    this.finish(collection, record);
  }

  private checkUnique(
    collection: Collection,
    record: number,
    entries: readonly Entry[],
    doc: Document,
  ): void {
    for (const { index, key, text } of entries) {
      if (!index.unique) continue;
      const holder = this.conflicts.holderOfKey(text);
      if (holder) throw new Blocked(holder);
      const owner = this.engine.index.get(key);
      if (!owner || recordOf(owner) === record) continue;
      this.assertFree(collection, recordOf(owner));
      throw duplicateKey(collection, index, doc);
    }
  }

  private putDoc(collection: Collection, record: number, bytes: Uint8Array): void {
    void this.engine.docs.put(docKey(collection.id, record), bytes as Buffer);
  }

  private putEntry(entry: Entry, record: number): void {
    void this.engine.index.put(entry.key, entry.index.unique ? recordValue(record) : NO_VALUE);
    if (entry.index.unique) this.conflicts.noteKey(this.engine.commitNumber, entry.text);
  }

  private removeEntry(entry: Entry): void {
    void this.engine.index.remove(entry.key);
    if (entry.index.unique) this.conflicts.noteKey(this.engine.commitNumber, entry.text);
  }

  private finish(collection: Collection, record: number): void {
    this.conflicts.noteRecord(this.engine.commitNumber, collection.id, record);
    if (collection.flagsChanged) this.catalog.save(collection);
  }
}

/** Leaves in both lists only the entries the other does not have. */
export function dropCommon(added: Entry[], removed: Entry[]): void {
  for (let i = removed.length - 1; i >= 0; i--) {
    const gone = removed[i]!;
    const same = added.findIndex((entry) => entry.index === gone.index && gone.key.equals(entry.key));
    if (same < 0) continue;
    added.splice(same, 1);
    removed.splice(i, 1);
  }
}
