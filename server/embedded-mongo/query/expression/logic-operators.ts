import { Int32 } from 'bson';
import { StoreError } from '../../errors.ts';
import { isTrue } from '../filter/value-tests.ts';
import { isDocument, typeNameOf } from '../values/bson-type.ts';
import { compareBson } from '../values/compare.ts';
import { ownField } from '../values/path.ts';
import { isNothing, operandsOf } from './operands.ts';
import type { OperatorMaker } from './scope.ts';

/** A comparison over all types in BSON order; a missing value is below null. */
function comparison(answer: (sign: number) => unknown): OperatorMaker {
  return (operand, compile, name) => {
    const [left, right] = operandsOf(operand, compile, name, 2);
    return (scope) => answer(compareBson(left!(scope), right!(scope)));
  };
}

const and: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => parts.every((part) => isTrue(part(scope)));
};

const or: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => parts.some((part) => isTrue(part(scope)));
};

const not: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => !isTrue(part!(scope));
};

const cond: OperatorMaker = (operand, compile, name) => {
  const list = isDocument(operand)
    ? ['if', 'then', 'else'].map((part) => requiredPart(operand, part))
    : operand;
  const [test, yes, no] = operandsOf(list, compile, name, 3);
  return (scope) => (isTrue(test!(scope)) ? yes!(scope) : no!(scope));
};

function requiredPart(operand: object, part: string): unknown {
  const value = ownField(operand, part);
  if (value === undefined || Object.keys(operand).length !== 3) {
    throw new StoreError(17080, 'Location17080', "$cond takes exactly 'if', 'then' and 'else'");
  }
  return value;
}

const ifNull: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 2, Infinity);
  return (scope) => {
    let value: unknown;
    for (const part of parts) {
      value = part(scope);
      if (!isNothing(value)) return value;
    }
    return value;
  };
};

const switchOn: OperatorMaker = (operand, compile) => {
  const branches = isDocument(operand) ? ownField(operand, 'branches') : undefined;
  if (!isDocument(operand) || !Array.isArray(branches) || branches.length === 0) {
    throw new StoreError(40068, 'Location40068', '$switch requires at least one branch');
  }
  const compiled = (branches as unknown[]).map((branch) => {
    if (!isDocument(branch))
      throw new StoreError(40062, 'Location40062', '$switch expects each branch to be an object');
    return { test: compile(branch.case), value: compile(branch.then) };
  });
  const otherwise = Object.hasOwn(operand, 'default') ? compile(operand.default) : undefined;
  return (scope) => {
    for (const { test, value } of compiled) if (isTrue(test(scope))) return value(scope);
    if (otherwise) return otherwise(scope);
    throw new StoreError(
      40066,
      'Location40066',
      '$switch could not find a matching branch, and no default was given',
    );
  };
};

const type: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => {
    const value = part!(scope);
    return value === undefined ? 'missing' : typeNameOf(value);
  };
};

/** Comparison, logic and choice, by name. */
export const LOGIC_OPERATORS: Record<string, OperatorMaker> = {
  $eq: comparison((sign) => sign === 0),
  $ne: comparison((sign) => sign !== 0),
  $gt: comparison((sign) => sign > 0),
  $gte: comparison((sign) => sign >= 0),
  $lt: comparison((sign) => sign < 0),
  $lte: comparison((sign) => sign <= 0),
  $cmp: comparison((sign) => new Int32(Math.sign(sign))),
  $and: and,
  $or: or,
  $not: not,
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOn,
  $type: type,
};
