import { Long, type Document } from 'bson';
import type * as MingoCore from 'mingo/core';
import type * as MingoExpressions from 'mingo/operators/expression';
import { createRequire } from 'node:module';
import { notAvailable, StoreError } from '../../errors.ts';
import { topLevel } from '../../storage/collection.ts';
import { kindOf } from '../../storage/kind.ts';

/** Reads one value from a document. Undefined where the document has none. */
export type Expression = (doc: Document) => unknown;

/** Operators that would run code of the client. */
const NEVER = new Set(['$function']);

interface Mingo {
  has(operator: string): boolean;
  evaluate(doc: unknown, expression: Document): unknown;
}

let loaded: Mingo | undefined;

/** mingo, loaded when an expression first needs it: it takes longer to load than all the rest of the store. */
function mingo(): Mingo {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const { Context, evalExpr } = require('mingo/core') as typeof MingoCore;
  const every = require('mingo/operators/expression') as typeof MingoExpressions;
  const expression = Object.fromEntries(
    Object.entries(every).filter(([name]) => name.startsWith('$') && !NEVER.has(name)),
  ) as NonNullable<Parameters<typeof Context.init>[0]>['expression'] & object;
  // mingo fills in the rest; its type asks for every option.
  const options = { context: Context.init({ expression }), scriptEnabled: false } as Parameters<
    typeof evalExpr
  >[2];
  loaded = {
    has: (operator) => Object.hasOwn(expression, operator),
    evaluate: (doc, ready) => evalExpr(doc, ready, options),
  };
  return loaded;
}

const isPlain = (value: unknown): value is Document =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !('_bsontype' in value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp);

/**
 * Makes an expression ready to run. Paths and constants are read with their exact BSON types; operators are computed by mingo
 * on JS numbers. Throws InvalidPipelineOperator (168) for an operator that is not there.
 */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isPlain(expression)) return () => expression;
  const entries = Object.entries(expression);
  if (entries.some(([name]) => name.startsWith('$'))) return compileOperator(expression);
  const fields = entries.map(([name, value]) => [name, compileExpression(value)] as const);
  return (doc) => {
    const made: Document = {};
    for (const [name, value] of fields) {
      const found = value(doc);
      if (found !== undefined) define(made, name, found);
    }
    return made;
  };
}

/** Sets an own property, whatever its name. */
export function define(target: Document, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

function compilePath(text: string): Expression {
  if (text.startsWith('$$')) {
    if (text === '$$ROOT' || text === '$$CURRENT') return (doc) => doc;
    if (text === '$$NOW') {
      const now = new Date();
      return () => now;
    }
    if (text.startsWith('$$ROOT.')) return compilePath(`$${text.slice(7)}`);
    if (text.startsWith('$$CURRENT.')) return compilePath(`$${text.slice(10)}`);
    throw notAvailable(17276, 'Location17276', `variable ${text}`);
  }
  const path = text.slice(1).split('.');
  return (doc) => valueAt(doc, path, 0);
}

/** A value at a path; through an array it is the array of the values behind its items. */
function valueAt(value: unknown, path: string[], depth: number): unknown {
  if (depth === path.length) return value;
  if (Array.isArray(value)) {
    return (value as unknown[])
      .map((item) => valueAt(item, path, depth))
      .filter((found) => found !== undefined);
  }
  const step = path[depth]!;
  return isPlain(value) && Object.hasOwn(value, step) ? valueAt(value[step], path, depth + 1) : undefined;
}

function compileOperator(expression: Document): Expression {
  checkOperators(expression);
  const fields = fieldsOf(expression);
  const ready = promote(expression) as Document;
  if (Object.hasOwn(expression, '$literal')) return () => expression.$literal as unknown;
  return (doc) => {
    const known = fields ? Object.fromEntries([...fields].map((name) => [name, doc[name] as unknown])) : doc;
    try {
      return mingo().evaluate(promote(known), ready);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      throw new StoreError(2, 'BadValue', `an aggregation expression failed: ${(error as Error).message}`);
    }
  };
}

function checkOperators(expression: unknown): void {
  if (Array.isArray(expression)) return expression.forEach(checkOperators);
  if (!isPlain(expression)) return;
  for (const [name, operand] of Object.entries(expression)) {
    if (name.startsWith('$') && !mingo().has(name)) {
      throw notAvailable(168, 'InvalidPipelineOperator', `expression ${name}`);
    }
    if (name !== '$literal') checkOperators(operand);
  }
}

/** Top-level fields an expression reads; undefined when it may read any. */
export function fieldsOf(expression: unknown): Set<string> | undefined {
  const fields = new Set<string>();
  const visit = (part: unknown): boolean => {
    if (typeof part === 'string' && part.startsWith('$')) {
      if (/^\$\$(ROOT|CURRENT)\b/.test(part)) return false;
      if (!part.startsWith('$$')) fields.add(topLevel(part.slice(1)));
      return true;
    }
    if (Array.isArray(part)) return part.every(visit);
    return isPlain(part) ? Object.values(part).every(visit) : true;
  };
  return visit(expression) ? fields : undefined;
}

/** The value with JS numbers for mingo. Throws for numbers JS cannot hold exactly: mingo would compute with them wrongly. */
function promote(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(promote);
  if (value === null || typeof value !== 'object') return value;
  const kind = kindOf(value);
  if (kind === 'Int32' || kind === 'Double') return Number(value);
  if (value instanceof Long) {
    const number = value.toNumber();
    if (Number.isSafeInteger(number)) return number;
    throw notAvailable(2, 'BadValue', 'an aggregation expression on an integer beyond 2^53');
  }
  if (kind === 'Decimal128') throw notAvailable(2, 'BadValue', 'an aggregation expression on Decimal128');
  if (!isPlain(value)) return value;
  const made: Document = {};
  for (const [name, inner] of Object.entries(value)) define(made, name, promote(inner));
  return made;
}
