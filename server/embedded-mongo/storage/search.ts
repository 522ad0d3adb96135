import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import { compileFilter, compileSort, sortDocuments, type CompiledFilter } from '../query/index.ts';
import { decode, FieldPicker } from '../wire/raw-bson.ts';
import { filterFields, topLevel, type Collection } from './collection.ts';
import { choosePlan, type Plan } from './planner.ts';
import { checkDeadline, scan, scanSlice, startOf } from './scan.ts';
import type { View } from './view.ts';

/** A record that matches. */
export interface Found {
  record: number;
  bytes: Uint8Array;
}

/** Bytes an in-memory sort may hold, as on a MongoDB server. */
const NOTHING = new Uint8Array(0);
const SORT_BYTES = 100 * 1024 * 1024;

/** A filter and an order over one collection, ready to be run against any view. */
export class Search {
  readonly collection: Collection;
  readonly filter: Document;
  readonly compiled: CompiledFilter;
  readonly sort: Document | undefined;
  private readonly picker: FieldPicker | undefined;
  private readonly sortPicker: FieldPicker | undefined;

  constructor(collection: Collection, filter: Document, sort?: Document) {
    this.collection = collection;
    this.filter = filter;
    this.compiled = compileFilter(filter);
    this.sort = sort && Object.keys(sort).length > 0 ? sort : undefined;
    const fields = filterFields(filter);
    this.picker = fields && new FieldPicker(fields);
    if (this.sort && !isNatural(this.sort)) {
      checkSort(this.sort);
      this.sortPicker = new FieldPicker(new Set(Object.keys(this.sort).map(topLevel)));
    }
  }

  plan(view: View): Plan {
    return choosePlan(this.collection, this.filter, this.compiled, this.sort, view.number);
  }

  /** Tests a document with the whole filter. */
  matches(bytes: Uint8Array): boolean {
    return this.compiled.matches(this.picker ? this.picker.pick(bytes) : decode(bytes));
  }

  /** Matching records a transaction wrote itself, in the asked order. */
  own(view: View, plan: Plan): Found[] {
    const records = view.own(this.collection);
    if (!records || records.size === 0) return [];
    const found: Found[] = [];
    const add = (record: number): void => {
      const bytes = records.get(record)?.bytes;
      if (bytes && this.matches(bytes)) found.push({ record, bytes });
    };
    if (plan.ids) {
      for (const id of plan.ids) {
        const record = view.ownById(this.collection, id);
        if (record !== undefined) add(record);
      }
    } else for (const record of records.keys()) add(record);
    return this.inOrder(found);
  }

  /** Sorts records by the asked order; records that compare equal keep theirs. */
  inOrder(found: Found[], most = Infinity): Found[] {
    const { sort, sortPicker } = this;
    if (!sort || !sortPicker || found.length < 2) return found.slice(0, most);
    const items = new Map<Document, Found>();
    for (const item of found) items.set(sortPicker.pick(item.bytes), item);
    return sortDocuments(items.keys(), sort, Math.min(most, found.length)).map((doc) => items.get(doc)!);
  }

  /**
   * The first `most` matches, found without a pause. Undefined when that would take too long for one turn: use `findLater`.
   */
  findNow(view: View, most: number): Found[] | undefined {
    const plan = this.plan(view);
    const found: Found[] = [];
    const enough = plan.sorted ? most : Infinity;
    const outcome = scanSlice(view, this.collection, plan, startOf(plan), (record, bytes) => {
      if (plan.exact || this.matches(bytes)) found.push({ record, bytes });
      return found.length < enough;
    });
    if (outcome === 'paused') return undefined;
    return this.joined(plan, view, found, most);
  }

  /**
   * The first `most` matches, letting others go on in between.
   *
   * @param deadline `performance.now()` after which it gives up with 50
   * @param keepBytes false leaves `bytes` empty where the order does not need them
   */
  async findLater(view: View, most: number, deadline: number, keepBytes = true): Promise<Found[]> {
    const plan = this.plan(view);
    let found: Found[] = [];
    let bytesHeld = 0;
    const enough = plan.sorted ? most : Infinity;
    const visit = (record: number, bytes: Uint8Array): boolean => {
      if (!plan.exact && !this.matches(bytes)) return true;
      const kept = keepBytes || !plan.sorted ? bytes : NOTHING;
      found.push({ record, bytes: kept });
      bytesHeld += kept.length;
      if (!plan.sorted && found.length > most * 2 + 1_000) {
        found = this.inOrder(found, most);
        bytesHeld = found.reduce((sum, item) => sum + item.bytes.length, 0);
      }
      if (bytesHeld > SORT_BYTES) throw tooMuch();
      return found.length < enough;
    };
    checkDeadline(deadline);
    await scan(view, this.collection, plan, startOf(plan), visit, deadline);
    return this.joined(plan, view, found, most);
  }

  /** Adds a transaction's own records to those found below them. */
  private joined(plan: Plan, view: View, found: Found[], most: number): Found[] {
    const own = this.own(view, plan);
    if (own.length === 0 && plan.sorted) return found.slice(0, most);
    return this.inOrder([...found, ...own], most);
  }
}

const isNatural = (sort: Document): boolean => Object.hasOwn(sort, '$natural');

/** Throws what a search with this order would throw. */
export function checkSort(sort: Document): void {
  if (!isNatural(sort)) compileSort(sort);
}

function tooMuch(): StoreError {
  return new StoreError(
    292,
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `Sort exceeded memory limit of ${SORT_BYTES} bytes; add an index that gives the order, or a limit`,
  );
}
