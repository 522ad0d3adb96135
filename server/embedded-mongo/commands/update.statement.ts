import { ObjectId, type Document } from 'bson';
import { compileUpdate, type CompiledUpdate } from '../query/index.ts';
import type { Collection } from '../storage/collection.ts';
import { Search, type Found } from '../storage/search.ts';
import type { Writer } from '../storage/view.ts';
import { decode, encode } from '../wire/raw-bson.ts';
import type { Effect, Statement } from './batch.ts';
import { idPicker, storable } from './insert.statement.ts';
import { Targets } from './targets.ts';

/** An update as the client asked for it. */
export interface UpdateShape {
  filter: Document;
  update: Document;
  multi: boolean;
  upsert: boolean;
  arrayFilters?: Document[];
  sort?: Document;
}

/**
 * Updates the first or all documents a filter finds. Every candidate is tested and changed in the same write job, so nothing
 * comes between the test and the change.
 */
export class UpdateStatement implements Statement {
  /** The last document changed, before and after; `before` is null for an upserted one. */
  touched: { before: Uint8Array | null; after: Uint8Array } | undefined;
  private readonly collection: Collection;
  private readonly shape: UpdateShape;
  private readonly search: Search;
  private readonly targets: Targets;
  private readonly update: CompiledUpdate;
  private readonly now = new Date();
  private matched = 0;
  private modified = 0;

  constructor(collection: Collection, shape: UpdateShape) {
    this.collection = collection;
    this.shape = shape;
    this.search = new Search(collection, shape.filter, shape.sort);
    this.targets = new Targets(this.search, shape.multi);
    this.update = compileUpdate(shape.update, { arrayFilters: shape.arrayFilters });
  }

  found(records: number[]): void {
    this.targets.found(records);
  }

  step(writer: Writer): Effect | undefined {
    if (!this.targets.each(writer, (found) => this.change(writer, found))) return undefined;
    if (this.matched === 0 && this.shape.upsert) return this.insert(writer);
    return { n: this.matched, modified: this.modified };
  }

  private change(writer: Writer, { record, bytes }: Found): void {
    // A whole new document takes nothing over but the id: the rest of the old one need not be read.
    const before = this.update.isReplacement ? idPicker.pick(bytes) : decode(bytes);
    const after = this.update.apply(before, {
      isInsert: false,
      filter: this.search.compiled,
      now: this.now,
    });
    const stored = after === before ? bytes : storable(encode(after));
    if (stored !== bytes && Buffer.compare(stored, bytes) !== 0) {
      writer.replace(this.collection, record, bytes, stored);
      this.modified++;
    }
    this.matched++;
    this.touched = { before: bytes, after: stored };
  }

  private insert(writer: Writer): Effect {
    const seed = this.update.upsertSeed(this.shape.filter);
    const made = this.update.apply(seed, { isInsert: true, filter: this.search.compiled, now: this.now });
    const { _id = new ObjectId(), ...rest } = made;
    const stored = storable(encode({ _id: _id as unknown, ...rest }));
    writer.insert(this.collection, stored);
    this.touched = { before: null, after: stored };
    return { n: 1, modified: 0, upserted: _id };
  }
}
