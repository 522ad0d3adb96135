import type { Document } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { compileItemTest, isOperatorDocument } from '../filter/compile-filter.ts';
import { isDocument, typeNameOf } from '../values/bson-type.ts';
import { compareBson, equalsBson } from '../values/compare.ts';
import { wholeNumber } from '../values/number.ts';
import { compileSort } from '../sort.ts';
import type { Operation } from './change.ts';
import { idOf, type OperationMaker } from './field-operators.ts';

interface PushOptions {
  items: readonly unknown[];
  position: number | undefined;
  sort: ((a: unknown, b: unknown) => number) | undefined;
  slice: number | undefined;
}

const push: OperationMaker = (operand, path) => {
  const options = isOperatorDocument(operand)
    ? pushOptions(operand)
    : { items: [operand], position: undefined, sort: undefined, slice: undefined };
  return {
    creates: true,
    compute(current, change) {
      if (current !== undefined && !Array.isArray(current)) {
        throw new StoreError(
          2,
          'BadValue',
          `The field '${path}' must be an array but is of type ${typeNameOf(current)} in document {_id: ${idOf(change)}}`,
        );
      }
      return pushed(current as unknown[] | undefined, options);
    },
  };
};

function pushOptions(operand: Document): PushOptions {
  if (!Object.hasOwn(operand, '$each')) {
    throw new StoreError(2, 'BadValue', `Unrecognized clause in $push: ${Object.keys(operand)[0]}`);
  }
  const options: PushOptions = { items: [], position: undefined, sort: undefined, slice: undefined };
  for (const name of Object.keys(operand)) {
    const value: unknown = operand[name];
    if (name === '$each') options.items = eachOf('$push', value);
    else if (name === '$position') options.position = wholeOption(name, value);
    else if (name === '$slice') options.slice = wholeOption(name, value);
    else if (name === '$sort') options.sort = pushOrder(value);
    else throw notAvailable(2, 'BadValue', `the clause ${name} in $push`);
  }
  return options;
}

function wholeOption(name: string, value: unknown): number {
  const number = wholeNumber(value);
  if (number !== undefined) return number;
  throw new StoreError(
    2,
    'BadValue',
    `The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`,
  );
}

function eachOf(operator: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new StoreError(
    operator === '$push' ? 2 : 14,
    operator === '$push' ? 'BadValue' : 'TypeMismatch',
    `The argument to $each in ${operator} must be an array but it was of type: ${typeNameOf(value)}`,
  );
}

function pushOrder(value: unknown): (a: unknown, b: unknown) => number {
  if (isDocument(value) && Object.keys(value).length > 0) {
    const order = compileSort(value);
    return (a, b) => order(isDocument(a) ? a : {}, isDocument(b) ? b : {});
  }
  const direction = wholeNumber(value);
  if (direction !== 1 && direction !== -1) {
    throw new StoreError(
      2,
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  return (a, b) => direction * compareBson(a, b);
}

function pushed(current: unknown[] | undefined, { items, position, sort, slice }: PushOptions): unknown[] {
  const before = current ?? [];
  const at = position ?? before.length;
  let out = [...before.slice(0, at), ...items, ...before.slice(at)];
  if (sort) out.sort(sort);
  if (slice !== undefined) out = slice >= 0 ? out.slice(0, slice) : out.slice(slice);
  return current !== undefined && sameElements(current, out) ? current : out;
}

function sameElements(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

const addToSet: OperationMaker = (operand, path) => {
  const items = isOperatorDocument(operand) ? addedItems(operand) : [operand];
  return {
    creates: true,
    compute(current) {
      if (current !== undefined && !Array.isArray(current)) {
        throw new StoreError(
          2,
          'BadValue',
          `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeNameOf(current)}`,
        );
      }
      const before = (current ?? []) as unknown[];
      const out = before.slice();
      for (const item of items) if (!out.some((known) => equalsBson(known, item))) out.push(item);
      return current !== undefined && out.length === before.length ? current : out;
    },
  };
};

function addedItems(operand: Document): unknown[] {
  const names = Object.keys(operand);
  if (names[0] !== '$each' || names.length > 1) {
    throw new StoreError(2, 'BadValue', `Found unexpected fields in $addToSet: ${names.join(', ')}`);
  }
  return eachOf('$addToSet', operand.$each);
}

const pop: OperationMaker = (operand, path) => {
  const end = wholeNumber(operand);
  if (end !== 1 && end !== -1) throw new StoreError(9, 'FailedToParse', `$pop expects 1 or -1 at '${path}'`);
  return {
    creates: false,
    compute(current) {
      if (current === undefined) return current;
      if (!Array.isArray(current)) {
        throw new StoreError(
          14,
          'TypeMismatch',
          `Path '${path}' contains an element of non-array type '${typeNameOf(current)}'`,
        );
      }
      if (current.length === 0) return current;
      return end === 1 ? current.slice(0, -1) : current.slice(1);
    },
  };
};

const pull: OperationMaker = (operand) => without(compileItemTest(operand));

const pullAll: OperationMaker = (operand) => {
  if (!Array.isArray(operand)) {
    throw new StoreError(
      2,
      'BadValue',
      `$pullAll requires an array argument but was given a ${typeNameOf(operand)}`,
    );
  }
  return without((item) => operand.some((unwanted) => equalsBson(unwanted, item)));
};

function without(unwanted: (item: unknown) => boolean): Operation {
  return {
    creates: false,
    compute(current) {
      if (current === undefined) return current;
      if (!Array.isArray(current)) {
        throw new StoreError(2, 'BadValue', 'Cannot apply $pull to a non-array value');
      }
      const kept = (current as unknown[]).filter((item) => !unwanted(item));
      return kept.length === current.length ? current : kept;
    },
  };
}

/** Operators on arrays, by name. */
export const ARRAY_OPERATORS: Record<string, OperationMaker> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
