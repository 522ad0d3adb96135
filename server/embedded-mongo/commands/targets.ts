import { SLICE_DOCS } from '../storage/scan.ts';
import type { Found, Search } from '../storage/search.ts';
import type { Writer } from '../storage/view.ts';

/** Thrown by a statement whose search is too long for one turn; it goes on with the records found. */
export class LongSearch extends Error {
  override readonly name = 'LongSearch';
  readonly search: Search;
  readonly most: number;

  constructor(search: Search, most: number) {
    super('searches beside the write queue');
    this.search = search;
    this.most = most;
  }
}

/** Records written in one part of a statement over many. */
const PART = SLICE_DOCS / 2;

/**
 * The records a statement is about, one after another. They are found in the write job itself where that is quick, else by a
 * search beside it; whatever was found before is read and tested again in the job that changes it.
 */
export class Targets {
  private readonly search: Search;
  private readonly multi: boolean;
  private records: number[] | undefined;
  private at = 0;

  constructor(search: Search, multi: boolean) {
    this.search = search;
    this.multi = multi;
  }

  /** Takes the records a long search found, in order. */
  found(records: number[]): void {
    this.records = records;
    this.at = 0;
  }

  /**
   * Calls `act` for the next records. True when there are no more; false when another part follows. Throws LongSearch, or
   * what `act` throws: that record comes first again in the next call.
   */
  each(writer: Writer, act: (found: Found) => void): boolean {
    if (!this.records) return this.searchAndAct(writer, act);
    const stop = this.at + PART;
    while (this.at < this.records.length) {
      if (this.at === stop) return false;
      const record = this.records[this.at]!;
      const bytes = writer.read(this.search.collection, record);
      if (bytes && this.search.matches(bytes)) {
        act({ record, bytes });
        if (!this.multi) return true;
      }
      this.at++;
    }
    if (this.multi || this.records.length === 0) return true;
    // Every candidate has changed meanwhile: look again.
    this.records = undefined;
    return this.searchAndAct(writer, act);
  }

  private searchAndAct(writer: Writer, act: (found: Found) => void): boolean {
    const found = this.search.findNow(writer, this.multi ? Infinity : 1);
    if (!found) throw new LongSearch(this.search, this.multi || this.search.sort ? Infinity : PART);
    if (this.multi) this.found(found.map(({ record }) => record));
    for (const item of found) {
      act(item);
      this.at++;
    }
    return true;
  }
}
