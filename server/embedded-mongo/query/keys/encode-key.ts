import type { Code, Document, ObjectId, Timestamp } from 'bson';
import { asPlainDocument, TypeOrder, typeOrderOf } from '../values/bson-type.ts';
import { binaryParts, millisecondsOf, regexParts, textOf } from '../values/compare.ts';
import type { Decimal } from '../values/decimal.ts';
import { compareDecimals, exactDecimal, exactDouble, toDouble, type BsonNumber } from '../values/number.ts';
import { KeyWriter } from './key-writer.ts';

const END = 0;
const EXACT = 0;
const BETWEEN_DOUBLES = 1;
/** Decimal exponents run from -6176 to 6144, long ones of 19 digits included; the bias makes them positive. */
const EXPONENT_BIAS = 0x4000;

const writer = new KeyWriter();

/**
 * Encodes values so that comparing the bytes orders as comparing the values in BSON order does, field after field. No encoded
 * value is the beginning of another, so the encoding of a first field is a prefix of exactly the keys with that value.
 *
 * Keys are as long as their values: whoever stores them cuts what is too long.
 *
 * @param values one value per field; a missing field is given as null
 * @param directions 1 or -1 per field; a descending field has its bytes inverted
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[]): Uint8Array {
  writer.reset();
  for (let i = 0; i < values.length; i++) {
    const start = writer.position;
    writeValue(values[i]);
    if ((directions[i] ?? 1) < 0) writer.invertFrom(start);
  }
  return writer.copy();
}

function writeValue(value: unknown): void {
  const order = typeOrderOf(value);
  writer.byte(order);
  writePayload(order, value);
}

function writePayload(order: TypeOrder, value: unknown): void {
  switch (order) {
    case TypeOrder.number:
      return writeNumber(value as BsonNumber);
    case TypeOrder.string:
      return writer.text(textOf(value));
    case TypeOrder.objectId:
      return writer.raw((value as ObjectId).id);
    case TypeOrder.date:
      return writer.int64(millisecondsOf(value));
    case TypeOrder.boolean:
      return writer.byte(value === true ? 1 : 0);
    case TypeOrder.document:
      return writeDocument(value as Document);
    case TypeOrder.array:
      for (const item of value as unknown[]) writeValue(item);
      return writer.byte(END);
    case TypeOrder.binary: {
      const { subtype, bytes } = binaryParts(value);
      writer.uint32(bytes.length);
      writer.byte(subtype);
      return writer.raw(bytes);
    }
    case TypeOrder.timestamp:
      writer.uint32((value as Timestamp).t);
      return writer.uint32((value as Timestamp).i);
    case TypeOrder.regex: {
      const { pattern, flags } = regexParts(value);
      writer.text(pattern);
      return writer.text(flags);
    }
    case TypeOrder.code:
    case TypeOrder.codeWithScope:
      writer.text((value as Code).code);
      return writeDocument((value as Code).scope ?? {});
    default:
      return undefined;
  }
}

/** Type, name and value of each field, in the order in which documents are compared. */
function writeDocument(value: Document): void {
  const doc = asPlainDocument(value);
  for (const name of Object.keys(doc)) {
    const field: unknown = doc[name];
    const order = typeOrderOf(field);
    writer.byte(order);
    writer.text(name);
    writePayload(order, field);
  }
  writer.byte(END);
}

/** The greatest double not above the number, then nothing more, or the digits that place it between two doubles. */
function writeNumber(value: BsonNumber): void {
  const double = exactDouble(value);
  if (double !== undefined) {
    writer.double(double);
    return writer.byte(EXACT);
  }
  const decimal = exactDecimal(value);
  let floor = toDouble(value);
  let sign = compareDecimals(exactDecimal(floor), decimal);
  if (sign > 0) {
    floor = nextBelow(floor);
    sign = -1;
  }
  writer.double(floor);
  if (sign === 0 || decimal.kind !== 'finite') return writer.byte(EXACT);
  writer.byte(BETWEEN_DOUBLES);
  return writeDigits(decimal);
}

function writeDigits({ coefficient, exponent }: Decimal & { kind: 'finite' }): void {
  const negative = coefficient < 0n;
  const digits = String(negative ? -coefficient : coefficient);
  const start = writer.position;
  writer.uint16(exponent + digits.length + EXPONENT_BIAS);
  writer.text(digits.replace(/0+$/, ''));
  if (negative) writer.invertFrom(start);
}

const BITS = new DataView(new ArrayBuffer(8));

/** The next smaller double. */
function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  BITS.setFloat64(0, value);
  BITS.setBigInt64(0, BITS.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return BITS.getFloat64(0);
}
