import { Decimal128, Double, Int32, Long } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { isNumeric } from '../values/bson-type.ts';
import { millisecondsOf } from '../values/compare.ts';
import {
  absoluteNumber,
  addNumbers,
  compareNumbers,
  divideNumbers,
  multiplyNumbers,
  negateNumber,
  remainderOfNumbers,
  roundNumber,
  toDouble,
  wholeNumber,
  type BsonNumber,
} from '../values/number.ts';
import { isNothing, operandsOf, wrongType } from './operands.ts';
import type { OperatorMaker } from './scope.ts';

const ZERO = new Int32(0);

/** What MongoDB answers where integers leave 64 bits: the double nearest to the result. */
const orDouble = (result: BsonNumber | undefined, inDoubles: () => number): BsonNumber =>
  result ?? new Double(inDoubles());

/** Sum in the wider type. */
export function sumOf(a: BsonNumber, b: BsonNumber): BsonNumber {
  return orDouble(addNumbers(a, b), () => toDouble(a) + toDouble(b));
}

const add: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    let sum: BsonNumber = ZERO;
    let date: Date | undefined;
    for (const part of parts) {
      const value = part(scope);
      if (isNothing(value)) return null;
      if (value instanceof Date) {
        if (date) throw new StoreError(16612, 'Location16612', 'only one date allowed in an $add expression');
        date = value;
      } else if (isNumeric(value)) sum = sumOf(sum, value as BsonNumber);
      else throw wrongType(name, 'numeric or date types', value);
    }
    return date ? new Date(millisecondsOf(date) + Math.round(toDouble(sum))) : sum;
  };
};

const subtract: OperatorMaker = (operand, compile, name) => {
  const [left, right] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const a = left!(scope);
    const b = right!(scope);
    if (isNothing(a) || isNothing(b)) return null;
    if (a instanceof Date) {
      if (b instanceof Date) return Long.fromNumber(millisecondsOf(a) - millisecondsOf(b));
      return new Date(millisecondsOf(a) - Math.round(toDouble(numberOperand(name, b))));
    }
    return sumOf(numberOperand(name, a), negateNumber(numberOperand(name, b)));
  };
};

const multiply: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    let product: BsonNumber = new Int32(1);
    for (const part of parts) {
      const value = part(scope);
      if (isNothing(value)) return null;
      const factor = numberOperand(name, value);
      const before = product;
      product = orDouble(multiplyNumbers(before, factor), () => toDouble(before) * toDouble(factor));
    }
    return product;
  };
};

const divide: OperatorMaker = (operand, compile, name) => {
  const [left, right] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const a = left!(scope);
    const b = right!(scope);
    if (isNothing(a) || isNothing(b)) return null;
    const divisor = numberOperand(name, b);
    if (compareNumbers(divisor, ZERO) === 0) throw new StoreError(2, 'BadValue', "can't $divide by zero");
    return divideNumbers(numberOperand(name, a), divisor);
  };
};

const mod: OperatorMaker = (operand, compile, name) => {
  const [left, right] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const a = left!(scope);
    const b = right!(scope);
    if (isNothing(a) || isNothing(b)) return null;
    const divisor = numberOperand(name, b);
    if (compareNumbers(divisor, ZERO) === 0)
      throw new StoreError(16610, 'Location16610', "can't $mod by zero");
    return remainderOfNumbers(numberOperand(name, a), divisor);
  };
};

function numberOperand(name: string, value: unknown): BsonNumber {
  if (!isNumeric(value)) throw wrongType(name, 'numeric types', value);
  return value as BsonNumber;
}

function ofOneNumber(answer: (number: BsonNumber) => BsonNumber): OperatorMaker {
  return (operand, compile, name) => {
    const [part] = operandsOf(operand, compile, name, 1);
    return (scope) => {
      const value = part!(scope);
      return isNothing(value) ? null : answer(numberOperand(name, value));
    };
  };
}

function rounding(mode: 'even' | 'zero'): OperatorMaker {
  return (operand, compile, name) => {
    const [part, places] = operandsOf(operand, compile, name, 1, 2);
    return (scope) => {
      const value = part!(scope);
      const place = places ? places(scope) : ZERO;
      if (isNothing(value) || isNothing(place)) return null;
      const digits = wholeNumber(place);
      if (digits === undefined || digits < -20 || digits > 100) {
        throw new StoreError(
          51083,
          'Location51083',
          `${name} takes a whole number of places from -20 to 100`,
        );
      }
      return roundNumber(numberOperand(name, value), digits, mode);
    };
  };
}

const toNumber =
  (wanted: 'double' | 'decimal'): OperatorMaker =>
  (operand, compile, name) => {
    const [part] = operandsOf(operand, compile, name, 1);
    return (scope) => {
      const value = part!(scope);
      if (isNothing(value)) return null;
      if (!isNumeric(value))
        throw notAvailable(241, 'ConversionFailure', `${name} of other values than numbers`);
      const number = value as BsonNumber;
      return wanted === 'double' ? new Double(toDouble(number)) : sumOf(Decimal128.fromString('0'), number);
    };
  };

/** Arithmetic, by name. */
export const ARITHMETIC_OPERATORS: Record<string, OperatorMaker> = {
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: divide,
  $mod: mod,
  $abs: ofOneNumber(absoluteNumber),
  $ceil: ofOneNumber((number) => roundNumber(number, 0, 'up')),
  $floor: ofOneNumber((number) => roundNumber(number, 0, 'down')),
  $round: rounding('even'),
  $trunc: rounding('zero'),
  $toDouble: toNumber('double'),
  $toDecimal: toNumber('decimal'),
};
