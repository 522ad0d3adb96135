import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import { encodeKey } from '../query/index.ts';
import type { Collection, IndexInfo } from './collection.ts';
import { entryKey, indexPrefix, isTooLong, keyText } from './keys.ts';

/** One entry a document has in an index. */
export interface Entry {
  index: IndexInfo;
  /** The key in lmdb; for a unique index it ends with the values, else with the record number. */
  key: Buffer;
  /** The key as text, made for entries of unique indexes only: they are locked and looked up by it. */
  text: string;
}

/** All entries of a document; `picked` holds at least the fields the collection's indexes need. */
export function entriesOf(collection: Collection, record: number, picked: Document): Entry[] {
  const entries: Entry[] = [];
  for (const index of collection.indexes) addEntries(entries, collection, index, record, picked);
  return entries;
}

/** The entries of a document in one index. */
export function entriesIn(
  collection: Collection,
  index: IndexInfo,
  record: number,
  picked: Document,
): Entry[] {
  const entries: Entry[] = [];
  addEntries(entries, collection, index, record, picked);
  return entries;
}

function addEntries(
  entries: Entry[],
  collection: Collection,
  index: IndexInfo,
  record: number,
  picked: Document,
): void {
  if (index.partialFilter && !index.partialFilter.matches(picked)) return;
  const rows = indexedValues(index, picked);
  if (rows.length > 1 && !index.multikey) {
    index.multikey = true;
    collection.flagsChanged = true;
  }
  const seen = rows.length > 1 ? new Set<string>() : undefined;
  for (const values of rows) {
    const encoded = encodeKey(values, index.directions);
    if (!index.truncated && isTooLong(encoded)) {
      index.truncated = true;
      collection.flagsChanged = true;
    }
    const prefix = indexPrefix(index.id, encoded);
    const text = index.unique || seen ? keyText(prefix) : '';
    if (seen) {
      if (seen.has(text)) continue;
      seen.add(text);
    }
    entries.push({
      index,
      key: index.unique ? prefix : entryKey(prefix, record),
      text: index.unique ? text : '',
    });
  }
}

/** The rows of values a document has in an index: one, or several when a path leads through an array. */
function indexedValues(index: IndexInfo, picked: Document): unknown[][] {
  let rows: unknown[][] = [[]];
  let arrayField: string | undefined;
  for (const field of index.fields) {
    const values = valuesAt(picked, field);
    if (values.length === 1) {
      for (const row of rows) row.push(values[0]);
      continue;
    }
    if (arrayField !== undefined && topName(arrayField) !== topName(field)) {
      throw new StoreError(
        171,
        'CannotIndexParallelArrays',
        `cannot index parallel arrays [${field}] [${arrayField}]`,
      );
    }
    arrayField = field;
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows;
}

const topName = (path: string): string => path.split('.', 1)[0]!;

/**
 * The values an index sees at a path: a missing field counts as null, an array gives each of its elements. More than one
 * value, or an array of any length, makes the index multikey, except that one plain value stays one.
 */
function valuesAt(doc: Document, path: string): unknown[] {
  if (!path.includes('.')) {
    const value = Object.hasOwn(doc, path) ? (doc[path] as unknown) : null;
    if (!Array.isArray(value)) return [value ?? null];
    return value.length === 0 ? [null] : (value as unknown[]);
  }
  const found: unknown[] = [];
  collect(doc, path.split('.'), 0, found);
  return found.length === 0 ? [null] : found;
}

function collect(value: unknown, path: string[], depth: number, found: unknown[]): void {
  if (depth === path.length) {
    if (!Array.isArray(value)) found.push(value ?? null);
    else if (value.length === 0) found.push(null);
    else found.push(...(value as unknown[]));
    return;
  }
  const step = path[depth]!;
  if (Array.isArray(value)) {
    const position = /^\d+$/.test(step) ? Number(step) : -1;
    if (position >= 0 && position < value.length) collect(value[position], path, depth + 1, found);
    else for (const item of value as unknown[]) if (isDocument(item)) collect(item, path, depth, found);
    return;
  }
  if (isDocument(value) && Object.hasOwn(value, step)) collect(value[step], path, depth + 1, found);
  else found.push(null);
}

function isDocument(value: unknown): value is Document {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !('_bsontype' in value);
}
