import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import { isOperatorDocument } from '../filter/compile-filter.ts';
import { isRegex } from '../filter/regex.ts';
import { isDocument } from '../values/bson-type.ts';
import { ownField, setField } from '../values/path.ts';

/**
 * The document an upsert starts from: the fields its filter fixes to one value.
 *
 * @param onlyId a replacement takes over `_id` and nothing else
 * @throws StoreError NotSingleValueField (54) where the filter fixes a path twice
 */
export function upsertSeed(filter: Document, onlyId: boolean): Document {
  const found = new Map<string, unknown>();
  collectEqualities(filter, found, (path) => !onlyId || path === '_id');
  const seed: Document = {};
  if (found.has('_id')) setField(seed, '_id', found.get('_id'));
  for (const [path, value] of found) {
    if (path !== '_id') setAtPath(seed, path, value, found);
  }
  return seed;
}

function collectEqualities(
  filter: Document,
  found: Map<string, unknown>,
  wanted: (path: string) => boolean,
): void {
  for (const name of Object.keys(filter)) {
    const operand: unknown = filter[name];
    if (name === '$and' || (name === '$or' && Array.isArray(operand) && operand.length === 1)) {
      for (const part of operand as Document[]) collectEqualities(part, found, wanted);
    } else if (!name.startsWith('$') && wanted(name)) {
      for (const value of equalValues(operand)) claim(found, name, value);
    }
  }
}

function equalValues(operand: unknown): unknown[] {
  if (isRegex(operand)) return [];
  if (!isOperatorDocument(operand)) return [operand];
  const values: unknown[] = [];
  if (Object.hasOwn(operand, '$eq')) values.push(operand.$eq);
  const all: unknown = ownField(operand, '$all');
  if (Array.isArray(all)) {
    for (const item of all as unknown[]) if (!isOperatorDocument(item) && !isRegex(item)) values.push(item);
  }
  return values;
}

function claim(found: Map<string, unknown>, path: string, value: unknown): void {
  if (found.has(path)) {
    throw new StoreError(
      54,
      'NotSingleValueField',
      `cannot infer query fields to set, path '${path}' is matched twice`,
    );
  }
  found.set(path, value);
}

function setAtPath(seed: Document, path: string, value: unknown, found: Map<string, unknown>): void {
  const names = path.split('.');
  let doc = seed;
  for (let i = 0; i < names.length - 1; i++) {
    const parent = names.slice(0, i + 1).join('.');
    if (found.has(parent)) {
      throw new StoreError(
        54,
        'NotSingleValueField',
        `cannot infer query fields to set, both paths '${parent}' and '${path}' are matched`,
      );
    }
    let inner = ownField(doc, names[i]!);
    if (!isDocument(inner)) setField(doc, names[i]!, (inner = {}));
    doc = inner as Document;
  }
  setField(doc, names.at(-1)!, value);
}
