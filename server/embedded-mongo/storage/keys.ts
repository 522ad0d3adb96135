import { createHash } from 'node:crypto';

/**
 * Shapes of the keys in lmdb. Collections, indexes and records are numbered; every key begins with the number of what it
 * belongs to, so one lmdb database holds all of a kind.
 *
 * docs:  [collection u32][record u64] → BSON
 * index: [index u32][encoded values][record u64] → empty; unique index: [index u32][encoded values] → [record u64]
 */

const EMPTY = Buffer.alloc(0);
/** lmdb takes 1,978 bytes; the prefix and the record number go off, the rest is room for the values. */
const LONGEST_VALUES = 1_900;
const HASH_BYTES = 32;
const KEPT_BYTES = LONGEST_VALUES - HASH_BYTES;

/** The value of an entry in an index that is not unique. */
export const NO_VALUE: Buffer = EMPTY;

function writeRecord(target: Buffer, record: number, at: number): void {
  target.writeUInt32BE(Math.floor(record / 0x1_0000_0000), at);
  target.writeUInt32BE(record >>> 0, at + 4);
}

/** The key of a record's document. */
export function docKey(collection: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(12);
  key.writeUInt32BE(collection, 0);
  writeRecord(key, record, 4);
  return key;
}

/** A record number as the value of a unique index entry. */
export function recordValue(record: number): Buffer {
  const value = Buffer.allocUnsafe(8);
  writeRecord(value, record, 0);
  return value;
}

/** The record number that ends `bytes`: a doc key, an index key or a unique entry's value. */
export function recordOf(bytes: Uint8Array): number {
  const at = bytes.length - 8;
  const high = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  const low = (bytes[at + 4]! << 24) | (bytes[at + 5]! << 16) | (bytes[at + 6]! << 8) | bytes[at + 7]!;
  return (high >>> 0) * 0x1_0000_0000 + (low >>> 0);
}

/** First key of everything numbered `id`, and first key behind it. */
export function idRange(id: number): { start: Buffer; end: Buffer } {
  const start = Buffer.allocUnsafe(4);
  start.writeUInt32BE(id, 0);
  const end = Buffer.allocUnsafe(4);
  end.writeUInt32BE(id + 1, 0);
  return { start, end };
}

/** True when the encoded values are longer than lmdb can hold and are kept as their beginning and a hash. */
export function isTooLong(values: Uint8Array): boolean {
  return values.length > LONGEST_VALUES;
}

/**
 * The part of an index key shared by all records with these values. Values beyond the limit keep their beginning and end in
 * a hash: equality stays exact, order beyond the kept bytes is lost.
 */
export function indexPrefix(index: number, values: Uint8Array): Buffer {
  const kept = isTooLong(values)
    ? Buffer.concat([values.subarray(0, KEPT_BYTES), createHash('sha256').update(values).digest()])
    : values;
  const key = Buffer.allocUnsafe(4 + kept.length);
  key.writeUInt32BE(index, 0);
  key.set(kept, 4);
  return key;
}

/** Key of one record's entry in an index that is not unique. */
export function entryKey(prefix: Uint8Array, record: number): Buffer {
  const key = Buffer.allocUnsafe(prefix.length + 8);
  key.set(prefix, 0);
  writeRecord(key, record, prefix.length);
  return key;
}

/** A bound for a range: cut so that entries kept by hash still fall on the right side of it. */
export function boundKey(index: number, values: Uint8Array): Buffer {
  const kept = isTooLong(values) ? values.subarray(0, KEPT_BYTES) : values;
  const key = Buffer.allocUnsafe(4 + kept.length);
  key.writeUInt32BE(index, 0);
  key.set(kept, 4);
  return key;
}

/** The first key behind all keys that begin with `prefix`. */
export function behind(prefix: Uint8Array): Buffer {
  const end = Buffer.from(prefix);
  for (let i = end.length - 1; i >= 0; i--) {
    if (end[i]! < 0xff) {
      end[i]!++;
      return end.subarray(0, i + 1);
    }
  }
  return Buffer.concat([prefix, Buffer.from([0xff])]);
}

/** A key as a string, for maps. */
export function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1');
}
