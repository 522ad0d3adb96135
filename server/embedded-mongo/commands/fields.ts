import { Long, type Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { kindOf } from '../storage/kind.ts';

/** Fields any command may carry. */
const COMMON = new Set([
  '$db',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  '$readPreference',
  '$clusterTime',
]);

/** Switches that ask for nothing when they are off. */
const OFF_IS_NOTHING = new Set([
  'allowDiskUse',
  'allowPartialResults',
  'awaitData',
  'bypassDocumentValidation',
  'capped',
  'noCursorTimeout',
  'oplogReplay',
  'returnKey',
  'showRecordId',
  'tailable',
]);

/** Throws InvalidOptions (72) for any field the command does not understand: nothing is ignored. */
export function checkFields(name: string, command: Document, known: readonly string[]): void {
  for (const field of Object.keys(command)) {
    if (field === name || COMMON.has(field) || known.includes(field)) continue;
    if (OFF_IS_NOTHING.has(field) && command[field] === false) continue;
    throw notAvailable(72, 'InvalidOptions', `option ${field} of ${name}`);
  }
}

/** The same for a statement inside a command, such as one update of a batch. */
export function checkStatement(where: string, statement: unknown, known: readonly string[]): Document {
  const doc = asDocument(where, statement);
  for (const field of Object.keys(doc)) {
    if (!known.includes(field)) throw notAvailable(72, 'InvalidOptions', `option ${field} of ${where}`);
  }
  return doc;
}

function wrongType(field: string, value: unknown, wanted: string): StoreError {
  const given = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return new StoreError(
    14,
    'TypeMismatch',
    `field '${field}' is the wrong type '${given}', expected ${wanted}`,
  );
}

function isDocument(value: unknown): value is Document {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof Uint8Array)
  );
}

/** A plain embedded document. Throws TypeMismatch (14). */
export function asDocument(field: string, value: unknown): Document {
  if (!isDocument(value)) throw wrongType(field, value, 'object');
  return value;
}

export function optionalDocument(command: Document, field: string): Document | undefined {
  const value = command[field] as unknown;
  return value === undefined || value === null ? undefined : asDocument(field, value);
}

/** A BSON number as a JS number, or undefined when it is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toNumber();
  const kind = kindOf(value);
  return kind === 'Int32' || kind === 'Double' || kind === 'Long' ? Number(value) : undefined;
}

/** A whole number ≥ `least`, or undefined when absent. Throws TypeMismatch (14) or BadValue (2). */
export function optionalCount(command: Document, field: string, least = 0): number | undefined {
  const value = command[field] as unknown;
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(field, value, 'number');
  if (!Number.isInteger(number) || number < least) {
    throw new StoreError(
      2,
      'BadValue',
      `${field} must be a whole number of at least ${least}, got ${number}`,
    );
  }
  return number;
}

/** A boolean, or a number read as one; `otherwise` when absent. */
export function flag(command: Document, field: string, otherwise = false): boolean {
  const value = command[field] as unknown;
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(field, value, 'bool');
  return number !== 0;
}

export function requiredList(command: Document, field: string): unknown[] {
  const value = command[field] as unknown;
  if (!Array.isArray(value)) throw wrongType(field, value, 'array');
  return value;
}

/** The collection a command names by the value of its own field. Throws InvalidNamespace (73). */
export function collectionName(name: string, command: Document): string {
  const value = command[name] as unknown;
  if (typeof value !== 'string' || value === '') {
    throw new StoreError(73, 'InvalidNamespace', `collection name of ${name} must be a non-empty string`);
  }
  return value;
}
