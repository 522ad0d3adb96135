import type { Document } from 'bson';
import type { Collection } from '../storage/collection.ts';
import { Search } from '../storage/search.ts';
import type { Writer } from '../storage/view.ts';
import type { Effect, Statement } from './batch.ts';
import { Targets } from './targets.ts';

/** Deletes the first or all documents a filter finds. */
export class DeleteStatement implements Statement {
  /** The last document deleted. */
  removed: Uint8Array | undefined;
  private readonly collection: Collection;
  private readonly targets: Targets;
  private deleted = 0;

  constructor(collection: Collection, filter: Document, multi: boolean, sort?: Document) {
    this.collection = collection;
    this.targets = new Targets(new Search(collection, filter, sort), multi);
  }

  found(records: number[]): void {
    this.targets.found(records);
  }

  step(writer: Writer): Effect | undefined {
    const finished = this.targets.each(writer, ({ record, bytes }) => {
      writer.remove(this.collection, record, bytes);
      this.removed = bytes;
      this.deleted++;
    });
    return finished ? { n: this.deleted } : undefined;
  }
}
