import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { compareText } from '../values/compare.ts';
import { wholeNumber } from '../values/number.ts';
import { isNothing, operandsOf, wrongType } from './operands.ts';
import type { OperatorMaker } from './scope.ts';

const concat: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    let text = '';
    for (const part of parts) {
      const value = part(scope);
      if (isNothing(value)) return null;
      if (typeof value !== 'string') throw wrongType(name, 'strings', value);
      text += value;
    }
    return text;
  };
};

/** Letters A–Z only, as MongoDB does it. */
function changeCase(change: (letters: string) => string, pattern: RegExp): OperatorMaker {
  return (operand, compile, name) => {
    const [part] = operandsOf(operand, compile, name, 1);
    return (scope) => {
      const value = part!(scope);
      if (isNothing(value)) return '';
      return textOperand(name, value).replace(pattern, change);
    };
  };
}

function textOperand(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw wrongType(name, 'strings', value);
}

const lengthOfText: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => {
    const value = part!(scope);
    if (typeof value !== 'string')
      throw new StoreError(34471, 'Location34471', `${name} requires a string argument`);
    return new Int32(Array.from(value).length);
  };
};

const substring: OperatorMaker = (operand, compile, name) => {
  const [text, start, length] = operandsOf(operand, compile, name, 3);
  return (scope) => {
    const value = text!(scope);
    const from = wholeNumber(start!(scope));
    const count = wholeNumber(length!(scope));
    if (from === undefined || count === undefined || from < 0 || count < 0) {
      throw new StoreError(
        34452,
        'Location34452',
        `${name} takes a start and a length that are whole numbers from 0`,
      );
    }
    if (isNothing(value)) return '';
    return Array.from(textOperand(name, value))
      .slice(from, from + count)
      .join('');
  };
};

const compareIgnoringCase: OperatorMaker = (operand, compile, name) => {
  const [left, right] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const [a, b] = [left!(scope), right!(scope)].map((value) =>
      isNothing(value) ? '' : textOperand(name, value).replace(/[a-z]+/g, upper),
    );
    return new Int32(Math.sign(compareText(a!, b!)));
  };
};

const upper = (letters: string): string => letters.toUpperCase();
const lower = (letters: string): string => letters.toLowerCase();

const toText: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => {
    const value = part!(scope);
    if (isNothing(value)) return null;
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean' || typeof value === 'number') return String(value);
    if (value instanceof Date) return value.toISOString();
    if (value instanceof ObjectId) return value.toHexString();
    if (value instanceof Int32 || value instanceof Long || value instanceof Decimal128)
      return value.toString();
    if (value instanceof Double) return String(value.value);
    throw notAvailable(241, 'ConversionFailure', `${name} of this type`);
  };
};

/** Operators on text, by name. */
export const TEXT_OPERATORS: Record<string, OperatorMaker> = {
  $concat: concat,
  $toLower: changeCase(lower, /[A-Z]+/g),
  $toUpper: changeCase(upper, /[a-z]+/g),
  $strLenCP: lengthOfText,
  $substrCP: substring,
  $strcasecmp: compareIgnoringCase,
  $toString: toText,
};
