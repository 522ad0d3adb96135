import { deserialize, serialize, type Document } from 'bson';
import { StoreError } from '../errors.ts';
import { MAX_NESTING } from './limits.ts';

/**
 * Work on BSON bytes without making objects of them: documents travel from the socket to the disk and back as the bytes the
 * client sent, and only the fields an index or a filter needs are decoded.
 */

const TYPE_DOCUMENT = 3;
const TYPE_ARRAY = 4;

/** Stored documents and command bodies keep their exact number types: Int32, Double and Long stay instances. */
const EXACT = { promoteValues: false, validation: { utf8: false } } as const;

/** Decodes a stored document; numbers stay Int32, Double, Long or Decimal128 instances. */
export function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, EXACT);
}

/** Encodes a document made by the store. */
export function encode(doc: Document): Uint8Array {
  return serialize(doc, { ignoreUndefined: false });
}

function malformed(): StoreError {
  return new StoreError(22, 'InvalidBSON', 'malformed BSON document');
}

/** Reads a little-endian int32. */
export function int32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function afterCString(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(0, at);
  if (end < 0) throw malformed();
  return end + 1;
}

/** The offset just behind a value of BSON `type` that begins at `at`. */
function valueEnd(bytes: Uint8Array, type: number, at: number): number {
  switch (type) {
    case 0x01: // double
    case 0x09: // date
    case 0x11: // timestamp
    case 0x12: // int64
      return at + 8;
    case 0x02: // string
    case 0x0d: // code
    case 0x0e: // symbol
      return at + 4 + positive(bytes, at, 1);
    case TYPE_DOCUMENT:
    case TYPE_ARRAY:
    case 0x0f: // code with scope
      return at + positive(bytes, at, 5);
    case 0x05: // binary
      return at + 5 + positive(bytes, at, 0);
    case 0x06: // undefined
    case 0x0a: // null
    case 0x7f: // max key
    case 0xff: // min key
      return at;
    case 0x07: // object id
      return at + 12;
    case 0x08: // boolean
      return at + 1;
    case 0x0b: // regular expression
      return afterCString(bytes, afterCString(bytes, at));
    case 0x0c: // db pointer
      return at + 4 + positive(bytes, at, 1) + 12;
    case 0x10: // int32
      return at + 4;
    case 0x13: // decimal128
      return at + 16;
    default:
      throw malformed();
  }
}

function positive(bytes: Uint8Array, at: number, least: number): number {
  const size = int32(bytes, at);
  if (!(size >= least) || at + size > bytes.length) throw malformed();
  return size;
}

/**
 * Checks that `bytes` is one well-formed document nested no deeper than the store allows, so that reading it later cannot
 * fail. Throws InvalidBSON (22) or Overflow (15).
 */
export function checkDocument(bytes: Uint8Array): void {
  if (bytes.length < 5 || int32(bytes, 0) !== bytes.length) throw malformed();
  checkFields(bytes, 0, 1);
}

function checkFields(bytes: Uint8Array, from: number, depth: number): void {
  if (depth > MAX_NESTING) {
    throw new StoreError(
      15,
      'Overflow',
      `documents nested deeper than ${MAX_NESTING} levels cannot be stored`,
    );
  }
  const end = from + int32(bytes, from) - 1;
  if (bytes[end] !== 0) throw malformed();
  let at = from + 4;
  while (at < end) {
    const type = bytes[at]!;
    // The common short field name is stepped over by hand: one native indexOf call costs more than the few bytes.
    let value = at + 1;
    while (bytes[value] !== 0 && value < end) value++;
    value++;
    at = valueEnd(bytes, type, value);
    if (at > end) throw malformed();
    if (type === TYPE_DOCUMENT || type === TYPE_ARRAY) checkFields(bytes, value, depth + 1);
    else if ((type === 0x02 || type === 0x0d || type === 0x0e) && bytes[at - 1] !== 0) throw malformed();
  }
  if (at !== end) throw malformed();
}

/** Top-level field names as the bytes they are on the wire, made once and used for many documents. */
export class FieldPicker {
  private readonly names: Uint8Array[];

  constructor(names: Iterable<string>) {
    this.names = [...names].map((name) => Buffer.from(name, 'utf8'));
  }

  /** Decodes only the picked top-level fields of a document; absent fields are absent in the result. */
  pick(bytes: Uint8Array): Document {
    const parts: Uint8Array[] = [];
    let size = 5;
    const end = bytes.length - 1;
    let at = 4;
    while (at < end && parts.length < this.names.length) {
      const nameEnd = bytes.indexOf(0, at + 1);
      const next = valueEnd(bytes, bytes[at]!, nameEnd + 1);
      if (this.wants(bytes, at + 1, nameEnd)) {
        parts.push(bytes.subarray(at, next));
        size += next - at;
      }
      at = next;
    }
    return decode(assemble(parts, size));
  }

  private wants(bytes: Uint8Array, from: number, to: number): boolean {
    next: for (const name of this.names) {
      if (name.length !== to - from) continue;
      for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) continue next;
      return true;
    }
    return false;
  }
}

/** Decodes a document but for one embedded document of it, which stays bytes; undefined when there is none of that name. */
export function decodeBeside(bytes: Uint8Array, name: string): { fields: Document; raw?: Uint8Array } {
  checkDocument(bytes);
  const end = bytes.length - 1;
  for (let at = 4; at < end;) {
    const type = bytes[at]!;
    const value = afterCString(bytes, at + 1);
    const next = valueEnd(bytes, type, value);
    if (type === TYPE_DOCUMENT && Buffer.from(bytes.subarray(at + 1, value - 1)).toString() === name) {
      const size = bytes.length - (next - at);
      const fields = decode(assemble([bytes.subarray(4, at), bytes.subarray(next, end)], size));
      return { fields, raw: bytes.subarray(value, next) };
    }
    at = next;
  }
  return { fields: decode(bytes) };
}

function assemble(parts: readonly Uint8Array[], size: number): Uint8Array {
  const out = Buffer.allocUnsafe(size);
  out.writeInt32LE(size, 0);
  let at = 4;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  out[at] = 0;
  return out;
}

/** The elements of a document (its bytes without length and terminator), to be placed into another one. */
export function elementsOf(doc: Document): Uint8Array {
  const bytes = encode(doc);
  return bytes.subarray(4, bytes.length - 1);
}

/** One element: a field `name` holding an embedded document or array given as bytes. */
function embedded(type: number, name: string, value: Uint8Array): Uint8Array {
  const head = Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
  return Buffer.concat([head, value]);
}

/** A document made of ready elements. */
export function documentOf(parts: readonly Uint8Array[]): Uint8Array {
  return assemble(
    parts,
    parts.reduce((sum, part) => sum + part.length, 5),
  );
}

/** A field holding a document given as bytes. */
export function documentField(name: string, value: Uint8Array): Uint8Array {
  return embedded(TYPE_DOCUMENT, name, value);
}

const indexHeads: Uint8Array[] = [];
function indexHead(i: number): Uint8Array {
  return (indexHeads[i] ??= Buffer.from(`\x03${i}\0`, 'latin1'));
}

/** A field holding an array of documents given as bytes. */
export function arrayField(name: string, documents: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 5;
  for (let i = 0; i < documents.length; i++) {
    const head = indexHead(i);
    const doc = documents[i]!;
    parts.push(head, doc);
    size += head.length + doc.length;
  }
  return embedded(TYPE_ARRAY, name, assemble(parts, size));
}

/** The same document with an `_id` put first; the caller has seen that it has none. */
export function withId(bytes: Uint8Array, id: unknown): Uint8Array {
  return documentOf([elementsOf({ _id: id }), bytes.subarray(4, bytes.length - 1)]);
}
