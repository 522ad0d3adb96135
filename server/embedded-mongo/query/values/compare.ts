import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  type Code,
  type Document,
  type ObjectId,
  type Timestamp,
} from 'bson';
import { asPlainDocument, TypeOrder, typeOrderOf } from './bson-type.ts';
import { compareNumbers, type BsonNumber } from './number.ts';

/**
 * Orders any two BSON values as MongoDB does: first by type, then within the type. Numbers of all types are one type.
 *
 * @returns below, at or above zero
 */
export function compareBson(a: unknown, b: unknown): number {
  if (a === b && (typeof a !== 'object' || a === null)) return 0;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const order = typeOrderOf(a);
  const difference = order - typeOrderOf(b);
  return difference === 0 ? compareSameType(order, a, b) : difference;
}

/** True when two values are equal in BSON order: `Int32(1)` equals `Double(1)`. */
export function equalsBson(a: unknown, b: unknown): boolean {
  return compareBson(a, b) === 0;
}

function compareSameType(order: TypeOrder, a: unknown, b: unknown): number {
  switch (order) {
    case TypeOrder.number:
      return compareNumbers(a as BsonNumber, b as BsonNumber);
    case TypeOrder.string:
      return compareText(textOf(a), textOf(b));
    case TypeOrder.objectId:
      return compareBytes((a as ObjectId).id, (b as ObjectId).id);
    case TypeOrder.date:
      return millisecondsOf(a) - millisecondsOf(b);
    case TypeOrder.boolean:
      return Number(a) - Number(b);
    case TypeOrder.document:
      return compareDocuments(a as Document, b as Document);
    case TypeOrder.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case TypeOrder.binary:
      return compareBinaries(a, b);
    case TypeOrder.timestamp:
      return compareTimestamps(a as Timestamp, b as Timestamp);
    case TypeOrder.regex:
      return compareRegexes(a, b);
    case TypeOrder.code:
    case TypeOrder.codeWithScope:
      return compareCode(a as Code, b as Code);
    default:
      return 0;
  }
}

/** Orders text by its UTF-8 bytes. UTF-16 order differs only where a surrogate pair meets a unit above the surrogates. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) return byteRank(x) - byteRank(y);
    return x - y;
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others, so they go behind U+E000–U+FFFF. */
function byteRank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** Text of a string or of BSON's deprecated symbol. */
export function textOf(value: unknown): string {
  return value instanceof BSONSymbol ? value.value : String(value);
}

/** Milliseconds of a date; an invalid one counts as 0, which is what BSON stores for it. */
export function millisecondsOf(value: unknown): number {
  const time = (value as Date).getTime();
  return Number.isNaN(time) ? 0 : time;
}

/** Orders byte strings as memcmp does, a prefix before its continuations. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Subtype and bytes of a Binary, or of a bare byte array (subtype 0). */
export function binaryParts(value: unknown): { subtype: number; bytes: Uint8Array } {
  if (value instanceof Binary) {
    return { subtype: value.sub_type, bytes: value.buffer.subarray(0, value.position) };
  }
  return { subtype: 0, bytes: value as Uint8Array };
}

function compareBinaries(a: unknown, b: unknown): number {
  const x = binaryParts(a);
  const y = binaryParts(b);
  return x.bytes.length - y.bytes.length || x.subtype - y.subtype || compareBytes(x.bytes, y.bytes);
}

function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return a.t - b.t || a.i - b.i;
}

/** Pattern and sorted flags of a regular expression, however it is held. */
export function regexParts(value: unknown): { pattern: string; flags: string } {
  if (value instanceof BSONRegExp) return { pattern: value.pattern, flags: value.options };
  const { source, flags } = value as RegExp;
  return { pattern: source, flags };
}

function compareRegexes(a: unknown, b: unknown): number {
  const x = regexParts(a);
  const y = regexParts(b);
  return compareText(x.pattern, y.pattern) || compareText(x.flags, y.flags);
}

function compareCode(a: Code, b: Code): number {
  return compareText(a.code, b.code) || compareDocuments(a.scope ?? {}, b.scope ?? {});
}

/** Field by field in stored order: type, then name, then value; the shorter one first. */
function compareDocuments(left: Document, right: Document): number {
  const a = asPlainDocument(left);
  const b = asPlainDocument(right);
  const names = Object.keys(a);
  const others = Object.keys(b);
  const length = Math.min(names.length, others.length);
  for (let i = 0; i < length; i++) {
    const name = names[i]!;
    const other = others[i]!;
    const x: unknown = a[name];
    const y: unknown = b[other];
    const order = typeOrderOf(x);
    const difference = order - typeOrderOf(y) || compareText(name, other) || compareSameType(order, x, y);
    if (difference !== 0) return difference;
  }
  return names.length - others.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compareBson(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
