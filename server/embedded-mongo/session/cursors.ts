import { Long } from 'bson';
import { randomInt } from 'node:crypto';
import { StoreError } from '../errors.ts';
import type { Plan } from '../storage/planner.ts';
import { scan, startOf, type Position } from '../storage/scan.ts';
import type { Search } from '../storage/search.ts';
import type { View } from '../storage/view.ts';
import { MAX_REPLY_BYTES } from '../wire/limits.ts';

/** Hands out a result in batches. */
export interface Results {
  /** At most `most` further documents; `done` when there are none behind them. */
  next(view: View, most: number, deadline: number): Promise<{ docs: Uint8Array[]; done: boolean }>;
}

/** A finished list, handed out in batches. */
export class ListResults implements Results {
  private readonly docs: Uint8Array[];
  private at = 0;

  constructor(docs: Uint8Array[]) {
    this.docs = docs;
  }

  next(_view: View, most: number): Promise<{ docs: Uint8Array[]; done: boolean }> {
    const docs: Uint8Array[] = [];
    let bytes = 0;
    while (this.at < this.docs.length && docs.length < most) {
      const doc = this.docs[this.at]!;
      if (docs.length > 0 && bytes + doc.length > MAX_REPLY_BYTES) break;
      bytes += doc.length;
      docs.push(doc);
      this.at++;
    }
    return Promise.resolve({ docs, done: this.at >= this.docs.length });
  }
}

export interface FindShape {
  search: Search;
  skip: number;
  /** Infinity when there is none. */
  limit: number;
  project: ((bytes: Uint8Array) => Uint8Array) | undefined;
}

/** The documents a search finds, read on from the last key with each batch instead of being held in memory. */
export class FindResults implements Results {
  private readonly shape: FindShape;
  private readonly plan: Plan;
  private readonly position: Position;
  private skip: number;
  private limit: number;
  private list: ListResults | undefined;
  /** A match seen when its batch was full already; it opens the next one. */
  private carried: Uint8Array | undefined;

  constructor(view: View, shape: FindShape) {
    this.shape = shape;
    this.plan = shape.search.plan(view);
    this.position = startOf(this.plan);
    this.skip = shape.skip;
    this.limit = shape.limit;
  }

  async next(view: View, most: number, deadline: number): Promise<{ docs: Uint8Array[]; done: boolean }> {
    const { search, project } = this.shape;
    if (!this.list && (!this.plan.sorted || view.changes)) {
      const found = await search.findLater(view, this.skip + this.limit, deadline);
      const kept = found.slice(this.skip).map(({ bytes }) => (project ? project(bytes) : bytes));
      this.list = new ListResults(kept);
    }
    if (this.list) return this.list.next(view, most);
    return this.stream(view, Math.min(most, this.limit), deadline);
  }

  private async stream(
    view: View,
    most: number,
    deadline: number,
  ): Promise<{ docs: Uint8Array[]; done: boolean }> {
    const { search, project } = this.shape;
    const docs: Uint8Array[] = [];
    if (most === 0) return { docs, done: this.limit === 0 };
    let size = 0;
    const take = (bytes: Uint8Array): boolean => {
      if (docs.length === most || (docs.length > 0 && size + bytes.length > MAX_REPLY_BYTES)) {
        this.carried = bytes;
        return false;
      }
      docs.push(bytes);
      size += bytes.length;
      this.limit--;
      return this.limit > 0;
    };
    if (this.carried) {
      const { carried } = this;
      this.carried = undefined;
      take(carried);
    }
    const end =
      this.limit > 0 &&
      (await scan(
        view,
        search.collection,
        this.plan,
        this.position,
        (_record, bytes) => {
          if (!this.plan.exact && !search.matches(bytes)) return true;
          if (this.skip > 0) {
            this.skip--;
            return true;
          }
          return take(project ? project(bytes) : bytes);
        },
        deadline,
      ));
    return { docs, done: end || this.limit === 0 };
  }
}

/** A cursor the client may ask for more. */
export interface OpenCursor {
  id: Long;
  ns: string;
  results: Results;
  /** Session that opened it, when there is one. */
  session: string | undefined;
  /** Transaction number it lives in; it ends with the transaction. */
  transaction: number | undefined;
  lastUse: number;
}

const MOST_CURSORS = 1_000;
const IDLE_MS = 10 * 60_000;

/** All open cursors. */
export class Cursors {
  private readonly open = new Map<string, OpenCursor>();

  /** Keeps a cursor and gives it an id. Throws when too many are open. */
  add(cursor: Omit<OpenCursor, 'id' | 'lastUse'>): OpenCursor {
    if (this.open.size >= MOST_CURSORS) {
      this.dropWhere((other) => other.lastUse < Date.now() - IDLE_MS);
      if (this.open.size >= MOST_CURSORS) {
        throw new StoreError(
          16,
          'ExceededTimeLimit',
          `more than ${MOST_CURSORS} cursors are open; close some`,
        );
      }
    }
    const id = Long.fromBits(randomInt(1, 2 ** 31), randomInt(1, 2 ** 31));
    const kept: OpenCursor = { ...cursor, id, lastUse: Date.now() };
    this.open.set(id.toString(), kept);
    return kept;
  }

  /** The cursor with this id on this namespace. Throws CursorNotFound (43). */
  get(id: Long, ns: string): OpenCursor {
    const cursor = this.open.get(id.toString());
    if (!cursor || cursor.ns !== ns) {
      throw new StoreError(43, 'CursorNotFound', `cursor id ${id.toString()} not found`);
    }
    cursor.lastUse = Date.now();
    return cursor;
  }

  /** Closes a cursor; false when there is none with this id. */
  close(id: Long): boolean {
    return this.open.delete(id.toString());
  }

  dropWhere(test: (cursor: OpenCursor) => boolean): void {
    for (const [key, cursor] of this.open) if (test(cursor)) this.open.delete(key);
  }

  /** Closes what nobody asked for within ten minutes. */
  dropIdle(): void {
    const limit = Date.now() - IDLE_MS;
    this.dropWhere((cursor) => cursor.lastUse < limit);
  }
}
