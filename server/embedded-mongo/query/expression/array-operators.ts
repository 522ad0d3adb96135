import { Int32, type Document } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { isTrue } from '../filter/value-tests.ts';
import { isDocument, typeNameOf } from '../values/bson-type.ts';
import { equalsBson } from '../values/compare.ts';
import { wholeNumber } from '../values/number.ts';
import { ownField, setField } from '../values/path.ts';
import { accumulatorMaker } from './accumulators.ts';
import { isNothing, operandsOf, wrongType } from './operands.ts';
import type { CompileInner, Evaluate, OperatorMaker, Scope } from './scope.ts';

const size: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => {
    const value = part!(scope);
    if (!Array.isArray(value)) {
      throw new StoreError(
        17124,
        'Location17124',
        `The argument to $size must be an array, but was of type: ${typeName(value)}`,
      );
    }
    return new Int32(value.length);
  };
};

function typeName(value: unknown): string {
  return value === undefined ? 'missing' : typeNameOf(value);
}

const isArray: OperatorMaker = (operand, compile, name) => {
  const [part] = operandsOf(operand, compile, name, 1);
  return (scope) => Array.isArray(part!(scope));
};

const elementAt: OperatorMaker = (operand, compile, name) => {
  const [list, position] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const array = list!(scope);
    const at = position!(scope);
    if (isNothing(array) || isNothing(at)) return null;
    const whole = wholeNumber(at);
    if (!Array.isArray(array)) throw wrongType(name, 'arrays', array);
    if (whole === undefined) throw wrongType(name, 'a whole number as position', at);
    return array.at(whole) as unknown;
  };
};

/** `$first` and `$last` of one array. */
function edge(position: 0 | -1): OperatorMaker {
  return (operand, compile, name) => {
    const [part] = operandsOf(operand, compile, name, 1);
    return (scope) => {
      const array = part!(scope);
      if (isNothing(array)) return null;
      if (!Array.isArray(array)) throw wrongType(name, 'arrays', array);
      return array.at(position) as unknown;
    };
  };
}

const isIn: OperatorMaker = (operand, compile, name) => {
  const [wanted, list] = operandsOf(operand, compile, name, 2);
  return (scope) => {
    const array = list!(scope);
    if (!Array.isArray(array)) {
      throw new StoreError(
        40081,
        'Location40081',
        `$in requires an array as a second argument, found: ${typeName(array)}`,
      );
    }
    const value = wanted!(scope);
    return array.some((item) => equalsBson(item, value));
  };
};

const concatArrays: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    const all: unknown[] = [];
    for (const part of parts) {
      const array = part(scope);
      if (isNothing(array)) return null;
      if (!Array.isArray(array)) throw wrongType(name, 'arrays', array);
      for (const item of array as unknown[]) all.push(item);
    }
    return all;
  };
};

interface Walk {
  /** The elements; null where there is no array. */
  items: (scope: Scope) => unknown[] | null;
  inner: Evaluate;
  as: string;
}

/** `$map` and `$filter`: an expression asked of each element, which it names as a variable. */
function walkOf(operand: unknown, compile: CompileInner, name: string, part: string): Walk {
  if (!isDocument(operand)) throw new StoreError(16878, 'Location16878', `${name} takes a document`);
  for (const given of Object.keys(operand)) {
    if (given !== 'input' && given !== 'as' && given !== part) {
      throw notAvailable(16879, 'Location16879', `the field ${given} of ${name}`);
    }
  }
  if (!Object.hasOwn(operand, 'input') || !Object.hasOwn(operand, part)) {
    throw new StoreError(16882, 'Location16882', `${name} takes 'input' and '${part}'`);
  }
  const as: unknown = ownField(operand, 'as') ?? 'this';
  if (typeof as !== 'string' || !/^[a-z][A-Za-z0-9_]*$/.test(as)) {
    throw new StoreError(9, 'FailedToParse', `${name} takes a variable name that begins with a small letter`);
  }
  const input = compile(operand.input);
  return {
    as,
    inner: compile(operand[part], [as]),
    items(scope) {
      const array = input(scope);
      if (isNothing(array)) return null;
      if (!Array.isArray(array)) throw wrongType(name, 'arrays', array);
      return array as unknown[];
    },
  };
}

function withVariable(scope: Scope, name: string, value: unknown): Scope {
  return { root: scope.root, variables: new Map(scope.variables).set(name, value) };
}

const map: OperatorMaker = (operand, compile, name) => {
  const { items, inner, as } = walkOf(operand, compile, name, 'in');
  return (scope) => items(scope)?.map((item) => inner(withVariable(scope, as, item)) ?? null) ?? null;
};

const filter: OperatorMaker = (operand, compile, name) => {
  const { items, inner, as } = walkOf(operand, compile, name, 'cond');
  return (scope) => items(scope)?.filter((item) => isTrue(inner(withVariable(scope, as, item)))) ?? null;
};

const mergeObjects: OperatorMaker = (operand, compile, name) => {
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    const made: Document = {};
    for (const part of parts) {
      const value = part(scope);
      if (isNothing(value)) continue;
      if (!isDocument(value)) throw wrongType(name, 'documents', value);
      for (const field of Object.keys(value)) setField(made, field, value[field]);
    }
    return made;
  };
};

/** `$sum`, `$avg`, `$min`, `$max` outside `$group`: over a list, or over the elements of one array. */
const gathered: OperatorMaker = (operand, compile, name) => {
  const make = accumulatorMaker(name);
  const parts = operandsOf(operand, compile, name, 0, Infinity);
  return (scope) => {
    const gathering = make();
    const values = parts.map((part) => part(scope));
    const only = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values;
    for (const value of only) gathering.add(value);
    return gathering.result();
  };
};

/** Operators on arrays and documents, by name. */
export const ARRAY_EXPRESSIONS: Record<string, OperatorMaker> = {
  $size: size,
  $isArray: isArray,
  $arrayElemAt: elementAt,
  $first: edge(0),
  $last: edge(-1),
  $in: isIn,
  $concatArrays: concatArrays,
  $map: map,
  $filter: filter,
  $mergeObjects: mergeObjects,
  $sum: gathered,
  $avg: gathered,
  $min: gathered,
  $max: gathered,
};
