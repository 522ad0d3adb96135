import type { Document } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { isDocument } from '../values/bson-type.ts';
import { ownField, setField } from '../values/path.ts';
import { ARITHMETIC_OPERATORS } from './arithmetic-operators.ts';
import { ARRAY_EXPRESSIONS } from './array-operators.ts';
import { LOGIC_OPERATORS } from './logic-operators.ts';
import type { Evaluate, OperatorMaker } from './scope.ts';
import { TEXT_OPERATORS } from './text-operators.ts';

const DEEPEST = 100;

/** All operators there are. One that is not listed here is refused: computed wrongly would be worse. */
const OPERATORS: Record<string, OperatorMaker> = {
  ...LOGIC_OPERATORS,
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_EXPRESSIONS,
  ...TEXT_OPERATORS,
};

/**
 * Makes an aggregation expression ready to run on many documents. Values keep their BSON types, and are compared and computed with
 * as in filters and updates.
 *
 * @returns a function from a document to the value, undefined where the document has none
 * @throws StoreError InvalidPipelineOperator (168) for an operator that is not there, or that operator's own code for its operand
 */
export function compileExpression(expression: unknown): (doc: Document) => unknown {
  const evaluate = compile(expression, [], 0);
  return (doc) => evaluate({ root: doc });
}

function compile(expression: unknown, variables: readonly string[], depth: number): Evaluate {
  if (depth > DEEPEST) throw new StoreError(15, 'Overflow', 'the expression is nested too deeply');
  if (typeof expression === 'string') {
    return expression.startsWith('$') ? compilePath(expression, variables) : constant(expression);
  }
  if (Array.isArray(expression)) {
    const items = expression.map((item: unknown) => compile(item, variables, depth + 1));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDocument(expression)) return constant(expression);
  const name = Object.keys(expression)[0];
  return name?.startsWith('$')
    ? compileOperator(expression, name, variables, depth)
    : compileFields(expression, variables, depth);
}

function constant(value: unknown): Evaluate {
  return () => value;
}

function compileOperator(
  expression: Document,
  name: string,
  variables: readonly string[],
  depth: number,
): Evaluate {
  if (Object.keys(expression).length > 1) {
    throw new StoreError(
      15983,
      'Location15983',
      `An expression must have exactly one operator, found ${name} and others`,
    );
  }
  const operand: unknown = expression[name];
  if (name === '$literal') return constant(operand);
  const make = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!make) throw notAvailable(168, 'InvalidPipelineOperator', `the expression ${name}`);
  return make(operand, (inner, more = []) => compile(inner, [...variables, ...more], depth + 1), name);
}

function compileFields(expression: Document, variables: readonly string[], depth: number): Evaluate {
  const fields = Object.entries(expression).map(([name, value]): [string, Evaluate] => {
    if (name.startsWith('$') || name.includes('.')) {
      throw new StoreError(
        16410,
        'Location16410',
        `Field names in an expression have no dots and no '$': ${name}`,
      );
    }
    return [name, compile(value, variables, depth + 1)];
  });
  return (scope) => {
    const made: Document = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) setField(made, name, value);
    }
    return made;
  };
}

function compilePath(text: string, variables: readonly string[]): Evaluate {
  if (!text.startsWith('$$')) {
    const steps = stepsOf(text.slice(1), text);
    return (scope) => valueAt(scope.root, steps, 0);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  const steps = rest.length === 0 ? [] : stepsOf(rest.join('.'), text);
  if (name === 'ROOT' || name === 'CURRENT') return (scope) => valueAt(scope.root, steps, 0);
  if (name === 'REMOVE') return constant(undefined);
  if (!variables.includes(name)) throw notAvailable(17276, 'Location17276', `the variable $$${name}`);
  return (scope) => valueAt(scope.variables?.get(name), steps, 0);
}

function stepsOf(path: string, text: string): string[] {
  const steps = path.split('.');
  for (const step of steps) {
    if (step === '' || step.startsWith('$')) {
      throw new StoreError(16410, 'Location16410', `'${text}' is not a valid field path`);
    }
  }
  return steps;
}

/** A value at a path; through an array it is the array of what its elements have there. Positions are not steps here. */
function valueAt(value: unknown, steps: readonly string[], at: number): unknown {
  const step = steps[at];
  if (step === undefined) return value;
  if (isDocument(value)) return valueAt(ownField(value, step), steps, at + 1);
  if (!Array.isArray(value)) return undefined;
  const found: unknown[] = [];
  for (const item of value as unknown[]) {
    const inner = isDocument(item) || Array.isArray(item) ? valueAt(item, steps, at) : undefined;
    if (inner !== undefined) found.push(inner);
  }
  return found;
}
