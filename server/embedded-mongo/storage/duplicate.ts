import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import type { Collection, IndexInfo } from './collection.ts';
import { kindOf } from './kind.ts';

/** The error of a second document with the same unique key, worded exactly as MongoDB words it. */
export function duplicateKey(collection: Collection, index: IndexInfo, doc: Document): StoreError {
  const keyValue: Document = {};
  for (const field of index.fields) {
    Object.defineProperty(keyValue, field, { value: valueAt(doc, field), enumerable: true });
  }
  const shown = index.fields.map((field) => `${field}: ${show(keyValue[field])}`).join(', ');
  return new StoreError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: { ...index.key }, keyValue },
  );
}

function valueAt(doc: Document, path: string): unknown {
  let value: unknown = doc;
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return null;
    value = (value as Document)[step];
  }
  return value ?? null;
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const text = (value as { toString(encoding?: string): string }).toString.bind(value);
  switch (kindOf(value)) {
    case undefined:
      return `{ ${Object.entries(value)
        .map(([name, inner]) => `${name}: ${show(inner)}`)
        .join(', ')} }`;
    case 'ObjectId':
      return `ObjectId('${text()}')`;
    case 'Decimal128':
      return `Decimal128('${text()}')`;
    case 'Double':
      return showDouble(Number(value));
    case 'Binary':
    case 'UUID':
      return `BinData(${(value as { sub_type: number }).sub_type}, ${text('hex').toUpperCase()})`;
    default:
      return text();
  }
}

function showDouble(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}
