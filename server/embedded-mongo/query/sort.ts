import type { Document } from 'bson';
import { StoreError, WAY_OUT } from '../errors.ts';
import { isDocument } from './values/bson-type.ts';
import { compareBson } from './values/compare.ts';
import { wholeNumber } from './values/number.ts';
import { ownField, parsePath, type Path } from './values/path.ts';

/** Orders two documents: below, at or above zero. */
export type DocumentOrder = (a: Document, b: Document) => number;

interface SortField {
  path: Path;
  direction: 1 | -1;
}

const MOST_FIELDS = 32;

/**
 * Reads a sort once. A missing field sorts as null, an array by its lowest element ascending and by its highest descending.
 *
 * @param spec field paths with 1 or -1, the first deciding
 * @throws StoreError BadValue (2)
 */
export function compileSort(spec: Document): DocumentOrder {
  const fields = parseSort(spec);
  const first = fields[0];
  if (first && fields.length === 1) {
    const { path, direction } = first;
    return (a, b) => direction * compareBson(sortValue(a, path, direction), sortValue(b, path, direction));
  }
  return (a, b) => {
    for (const { path, direction } of fields) {
      const sign = compareBson(sortValue(a, path, direction), sortValue(b, path, direction));
      if (sign !== 0) return direction * sign;
    }
    return 0;
  };
}

/**
 * Sorts documents stably, reading each sort value once.
 *
 * @param limit how many to keep, all when undefined
 * @returns a new array
 */
export function sortDocuments(docs: Iterable<Document>, spec: Document, limit?: number): Document[] {
  const fields = parseSort(spec);
  const rows = Array.from(docs, (doc) => ({
    doc,
    values: fields.map(({ path, direction }) => sortValue(doc, path, direction)),
  }));
  rows.sort((a, b) => {
    for (let i = 0; i < fields.length; i++) {
      const sign = compareBson(a.values[i], b.values[i]);
      if (sign !== 0) return fields[i]!.direction * sign;
    }
    return 0;
  });
  return (limit === undefined ? rows : rows.slice(0, limit)).map(({ doc }) => doc);
}

function parseSort(spec: Document): SortField[] {
  const names = Object.keys(spec);
  if (names.length > MOST_FIELDS) throw new StoreError(13103, 'Location13103', 'too many compound keys');
  return names.map((name) => {
    const way: unknown = spec[name];
    if (isDocument(way)) {
      throw new StoreError(
        2,
        'BadValue',
        `an expression as sort order is not available in the embedded store; ${WAY_OUT}`,
      );
    }
    const direction = wholeNumber(way);
    if (direction !== 1 && direction !== -1) {
      throw new StoreError(
        2,
        'BadValue',
        '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      );
    }
    if (name === '' || name.startsWith('$')) {
      throw new StoreError(
        2,
        'BadValue',
        `the sort order ${name} is not available in the embedded store; ${WAY_OUT}`,
      );
    }
    return { path: parsePath(name), direction };
  });
}

/** The value a document sorts by at a path: undefined for an empty array, null where nothing is found. */
function sortValue(doc: Document, path: Path, direction: 1 | -1): unknown {
  if (path.steps.length === 1) {
    const value = ownField(doc, path.text);
    if (!Array.isArray(value)) return value === undefined ? null : value;
  }
  const best = new Extreme(direction);
  collect(doc, path, 0, best);
  return best.found ? best.value : null;
}

class Extreme {
  value: unknown;
  found = false;
  private readonly direction: 1 | -1;

  constructor(direction: 1 | -1) {
    this.direction = direction;
  }

  offer(value: unknown): void {
    if (this.found && compareBson(value, this.value) * this.direction >= 0) return;
    this.value = value;
    this.found = true;
  }
}

function collect(doc: Document, path: Path, at: number, best: Extreme): void {
  offerValue(ownField(doc, path.steps[at]!), path, at, best);
}

function offerValue(value: unknown, path: Path, at: number, best: Extreme): void {
  const last = at + 1 === path.steps.length;
  if (last && !Array.isArray(value)) return best.offer(value === undefined ? null : value);
  if (last && Array.isArray(value)) {
    if (value.length === 0) best.offer(undefined);
    for (const item of value as unknown[]) best.offer(item);
    return undefined;
  }
  if (Array.isArray(value)) return collectFromArray(value, path, at + 1, best);
  return isDocument(value) ? collect(value, path, at + 1, best) : best.offer(null);
}

function collectFromArray(array: unknown[], path: Path, at: number, best: Extreme): void {
  const position = path.positions[at]!;
  if (position >= 0 && position < array.length) return offerValue(array[position], path, at, best);
  for (const item of array) {
    if (isDocument(item)) collect(item, path, at, best);
    else best.offer(null);
  }
  return undefined;
}
