import { Double, Int32, Long, Timestamp, Decimal128 } from 'bson';
import { StoreError } from '../../errors.ts';
import { printable } from '../filter/value-tests.ts';
import { isDocument, isNumeric, typeNameOf } from '../values/bson-type.ts';
import { compareBson } from '../values/compare.ts';
import { identicalBson } from '../values/identical.ts';
import { addNumbers, multiplyNumbers, type BsonNumber } from '../values/number.ts';
import { ownField } from '../values/path.ts';
import { REMOVED, type Change, type Operation } from './change.ts';

/** Makes the operation of one `path: operand` pair of an update operator; throws where the operand is wrong. */
export type OperationMaker = (operand: unknown, path: string) => Operation;

const set: OperationMaker = (operand) => ({
  creates: true,
  compute(current) {
    return identicalBson(current, operand) ? current : operand;
  },
});

const setOnInsert: OperationMaker = (operand, path) => ({ ...set(operand, path), onlyOnInsert: true });

const UNSET: Operation = {
  creates: false,
  compute() {
    return REMOVED;
  },
};
const unset: OperationMaker = () => UNSET;

const min: OperationMaker = (operand) => extreme(operand, -1);
const max: OperationMaker = (operand) => extreme(operand, 1);

function extreme(operand: unknown, sign: 1 | -1): Operation {
  return {
    creates: true,
    compute(current) {
      return current === undefined || compareBson(operand, current) * sign > 0 ? operand : current;
    },
  };
}

const inc: OperationMaker = (operand, path) =>
  arithmetic('$inc', 'increment', operand, path, addNumbers, (number) => number);

const mul: OperationMaker = (operand, path) =>
  arithmetic('$mul', 'multiply', operand, path, multiplyNumbers, zeroLike);

function zeroLike(number: BsonNumber): BsonNumber {
  if (number instanceof Decimal128) return Decimal128.fromString('0');
  if (number instanceof Long || typeof number === 'bigint') return Long.ZERO;
  return number instanceof Double ? new Double(0) : new Int32(0);
}

function arithmetic(
  name: string,
  verb: string,
  operand: unknown,
  path: string,
  combine: (a: BsonNumber, b: BsonNumber) => BsonNumber | undefined,
  ofMissing: (number: BsonNumber) => BsonNumber,
): Operation {
  if (!isNumeric(operand)) {
    throw new StoreError(
      14,
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: {${path}: ${printable(operand)}}`,
    );
  }
  const number = operand as BsonNumber;
  return {
    creates: true,
    compute(current, change) {
      if (current === undefined) return ofMissing(number);
      if (!isNumeric(current)) {
        throw new StoreError(
          14,
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type. {_id: ${idOf(change)}} has the field '${path}' of non-numeric type ${typeNameOf(current)}`,
        );
      }
      const result = combine(current as BsonNumber, number);
      if (result === undefined) {
        throw new StoreError(
          2,
          'BadValue',
          `Failed to apply ${name} operations to current value (${printable(current)}) for document {_id: ${idOf(change)}}: the result does not fit into 64 bits`,
        );
      }
      return identicalBson(current, result) ? current : result;
    },
  };
}

/** The document's `_id` for an error text. */
export function idOf(change: Change): string {
  return printableId(ownField(change.original, '_id'));
}

function printableId(id: unknown): string {
  const text = printable(id);
  return isDocument(id) || typeNameOf(id) !== 'objectId' ? text : String(id);
}

const currentDate: OperationMaker = (operand, path) => {
  const type = operand === true ? 'date' : currentDateType(operand);
  if (type === undefined && typeof operand !== 'boolean') {
    throw new StoreError(
      2,
      'BadValue',
      `${printable(operand)} is not valid type for $currentDate at '${path}'. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  return {
    creates: true,
    compute(_current, { context: { now } }) {
      return type === 'timestamp'
        ? new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 })
        : new Date(now);
    },
  };
};

function currentDateType(operand: unknown): 'date' | 'timestamp' | undefined {
  if (!isDocument(operand) || Object.keys(operand).length !== 1) return undefined;
  const type: unknown = ownField(operand, '$type');
  return type === 'date' || type === 'timestamp' ? type : undefined;
}

/** Operators on single values, by name. */
export const FIELD_OPERATORS: Record<string, OperationMaker> = {
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $currentDate: currentDate,
};
