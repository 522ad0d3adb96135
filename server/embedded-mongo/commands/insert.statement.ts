import { ObjectId } from 'bson';
import { StoreError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import type { Writer } from '../storage/view.ts';
import { MAX_DOCUMENT_BYTES } from '../wire/limits.ts';
import { checkDocument, decode, documentOf, elementsOf, FieldPicker, withId } from '../wire/raw-bson.ts';
import type { Effect, Statement } from './batch.ts';

/** Reads nothing of a document but its id. */
export const idPicker = new FieldPicker(['_id']);

/** Checks a document about to be stored and gives the bytes to store: `_id` comes first, and is made where it is missing. */
export function storable(bytes: Uint8Array): Uint8Array {
  checkDocument(bytes);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new StoreError(
      10334,
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  const type = bytes[4]!;
  // Is the first field `_id`?
  if (bytes[5] === 0x5f && bytes[6] === 0x69 && bytes[7] === 0x64 && bytes[8] === 0) {
    // The usual ids need no closer look: string, ObjectId, int32, int64, binary.
    if (type === 0x02 || type === 0x07 || type === 0x10 || type === 0x12 || type === 0x05) return bytes;
    checkId(idPicker.pick(bytes)._id);
    return bytes;
  }
  const picked = idPicker.pick(bytes);
  if (!Object.hasOwn(picked, '_id')) return withId(bytes, new ObjectId());
  checkId(picked._id);
  const { _id, ...rest } = decode(bytes);
  return documentOf([elementsOf({ _id }), elementsOf(rest)]);
}

/** Throws when a value cannot be an `_id`. */
export function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof RegExp || id === undefined) {
    const kind = Array.isArray(id) ? 'array' : id === undefined ? 'undefined' : 'regex';
    throw new StoreError(53, 'InvalidIdField', `The '_id' value cannot be of type ${kind}`);
  }
  const plain = id !== null && typeof id === 'object' && !('_bsontype' in id) && !(id instanceof Date);
  const bad = plain ? Object.keys(id).find((name) => name.startsWith('$')) : undefined;
  if (bad !== undefined) {
    throw new StoreError(
      52,
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${bad}`,
    );
  }
}

/** Inserts one document. */
export class InsertStatement implements Statement {
  private readonly collection: Collection;
  private readonly bytes: Uint8Array;

  constructor(collection: Collection, bytes: Uint8Array) {
    this.collection = collection;
    this.bytes = bytes;
  }

  step(writer: Writer): Effect {
    writer.insert(this.collection, storable(this.bytes));
    return { n: 1 };
  }

  /** An insert searches nothing. */
  found(): void {}
}
