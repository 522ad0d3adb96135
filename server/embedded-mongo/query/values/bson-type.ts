import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
  type Document,
} from 'bson';

/**
 * Order of the BSON types, lowest first. The numbers are also the first byte of an index key, so they are never 0 (which ends an
 * array or a document there) and must not change once data is stored.
 *
 * `undefined` stands for BSON's undefined and for the sort value of an empty array; it is lower than null.
 */
export const TypeOrder = {
  minKey: 1,
  undefined: 2,
  null: 5,
  number: 10,
  string: 15,
  document: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  code: 60,
  codeWithScope: 65,
  maxKey: 127,
} as const;

export type TypeOrder = (typeof TypeOrder)[keyof typeof TypeOrder];

const OBJECT_TYPES = new Map<unknown, TypeOrder>([
  [Object.prototype, TypeOrder.document],
  [null, TypeOrder.document],
  [Array.prototype, TypeOrder.array],
  [Int32.prototype, TypeOrder.number],
  [Double.prototype, TypeOrder.number],
  [Long.prototype, TypeOrder.number],
  [Decimal128.prototype, TypeOrder.number],
  [ObjectId.prototype, TypeOrder.objectId],
  [Date.prototype, TypeOrder.date],
  [Binary.prototype, TypeOrder.binary],
  [UUID.prototype, TypeOrder.binary],
  [Timestamp.prototype, TypeOrder.timestamp],
  [BSONRegExp.prototype, TypeOrder.regex],
  [RegExp.prototype, TypeOrder.regex],
  [BSONSymbol.prototype, TypeOrder.string],
  [DBRef.prototype, TypeOrder.document],
  [MinKey.prototype, TypeOrder.minKey],
  [MaxKey.prototype, TypeOrder.maxKey],
]);

/**
 * Place of a value's type in BSON order. Classes are told apart by prototype, never by a `_bsontype` field, which a stored document
 * could carry itself.
 */
export function typeOrderOf(value: unknown): TypeOrder {
  switch (typeof value) {
    case 'string':
      return TypeOrder.string;
    case 'number':
    case 'bigint':
      return TypeOrder.number;
    case 'boolean':
      return TypeOrder.boolean;
    case 'object': {
      if (value === null) return TypeOrder.null;
      const known = OBJECT_TYPES.get(Object.getPrototypeOf(value));
      if (known !== undefined) return known;
      if (value instanceof Code) return value.scope ? TypeOrder.codeWithScope : TypeOrder.code;
      if (value instanceof Uint8Array) return TypeOrder.binary;
      return TypeOrder.document;
    }
    default:
      return TypeOrder.undefined;
  }
}

/** True for an embedded document (a plain object), false for arrays, scalars and BSON value classes. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null || value instanceof DBRef;
}

/** True for every number type: JS number and bigint, Int32, Double, Long, Decimal128. */
export function isNumeric(value: unknown): boolean {
  return typeOrderOf(value) === TypeOrder.number;
}

/** Fields of a DBRef as the embedded document it is on the wire; any other document as it is. */
export function asPlainDocument(value: Document): Document {
  if (!(value instanceof DBRef)) return value;
  const plain: Document = { $ref: value.collection, $id: value.oid };
  if (value.db !== undefined) plain.$db = value.db;
  return { ...plain, ...value.fields };
}

/** MongoDB's name of a value's type (`int`, `objectId`, …), as `$type` and error texts use it. */
export function typeNameOf(value: unknown): string {
  const order = typeOrderOf(value);
  switch (order) {
    case TypeOrder.minKey:
      return 'minKey';
    case TypeOrder.undefined:
      return 'undefined';
    case TypeOrder.null:
      return 'null';
    case TypeOrder.number:
      return numberTypeName(value);
    case TypeOrder.string:
      return typeof value === 'string' ? 'string' : 'symbol';
    case TypeOrder.document:
      return 'object';
    case TypeOrder.array:
      return 'array';
    case TypeOrder.binary:
      return 'binData';
    case TypeOrder.objectId:
      return 'objectId';
    case TypeOrder.boolean:
      return 'bool';
    case TypeOrder.date:
      return 'date';
    case TypeOrder.timestamp:
      return 'timestamp';
    case TypeOrder.regex:
      return 'regex';
    case TypeOrder.code:
      return 'javascript';
    case TypeOrder.codeWithScope:
      return 'javascriptWithScope';
    case TypeOrder.maxKey:
      return 'maxKey';
    default:
      return 'unknown';
  }
}

function numberTypeName(value: unknown): string {
  if (value instanceof Int32) return 'int';
  if (value instanceof Long || typeof value === 'bigint') return 'long';
  if (value instanceof Decimal128) return 'decimal';
  return 'double';
}
