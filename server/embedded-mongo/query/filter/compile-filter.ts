import type { Document } from 'bson';
import { notAvailable, StoreError, WAY_OUT } from '../../errors.ts';
import { isDocument, TypeOrder, typeOrderOf } from '../values/bson-type.ts';
import { parsePath } from '../values/path.ts';
import {
  AllConditions,
  AnyCondition,
  conditionAt,
  holdsFor,
  NotCondition,
  type Condition,
  type Predicate,
} from './condition.ts';
import { afterPrefix, isRegex, literalPrefix, patternTest, regexTest } from './regex.ts';
import { compareBson, regexParts } from '../values/compare.ts';
import {
  comparedTo,
  equalTo,
  isTrue,
  ofSize,
  ofType,
  oneOf,
  printable,
  remainderTest,
  SIDES,
} from './value-tests.ts';

/** Bounds of a path's values. */
export interface Range {
  gt?: unknown;
  gte?: unknown;
  lt?: unknown;
  lte?: unknown;
}

/**
 * A filter ready for use.
 *
 * `equalities`, `ranges` and `ins` hold, by path, conditions that every matching document meets, for choosing an index; they are
 * not the whole filter. With arrays each bound may be met by another element.
 */
export interface CompiledFilter {
  matches(doc: Document): boolean;
  equalities: Map<string, unknown>;
  ranges: Map<string, Range>;
  ins: Map<string, unknown[]>;
  /**
   * Position of the array element by which a document matches: what the positional `$` stands for.
   *
   * @param array path of the array the `$` follows; without it the first condition that went through any array decides
   */
  positional(doc: Document, array?: string): number | undefined;
}

const NESTING_LIMIT = 100;
const UNSUPPORTED = new Set([
  '$where',
  '$text',
  '$expr',
  '$jsonSchema',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
]);

/**
 * Reads a filter once, so that it can be asked of many documents.
 *
 * @throws StoreError BadValue (2) for an operator that is unknown or not available, or a wrong operand
 */
export function compileFilter(filter: Document): CompiledFilter {
  const compiler = new FilterCompiler();
  const condition = compiler.compile(filter, '', true, 0);
  const { equalities, ranges, ins } = compiler;
  return {
    matches(doc) {
      return condition.matches(doc);
    },
    equalities,
    ranges,
    ins,
    positional(doc, array) {
      return condition.positional(doc, array);
    },
  };
}

/** True where a value in a filter or an update condition is a set of operators and not a document to be equal to. */
export function isOperatorDocument(value: unknown): value is Document {
  if (!isDocument(value)) return false;
  for (const name in value)
    return name.startsWith('$') && name !== '$ref' && name !== '$id' && name !== '$db';
  return false;
}

/**
 * Reads what `$pull` says about the elements to take away: operators on the element, a filter on embedded documents, a pattern, or
 * a value to be equal to.
 */
export function compileItemTest(operand: unknown): (item: unknown) => boolean {
  if (isRegex(operand)) return regexTest(operand);
  if (!isDocument(operand)) return (item) => item !== undefined && compareBson(item, operand) === 0;
  return new FilterCompiler().itemTest(operand, undefined, 0);
}

class FilterCompiler {
  readonly equalities = new Map<string, unknown>();
  readonly ranges = new Map<string, Range>();
  readonly ins = new Map<string, unknown[]>();

  /**
   * @param prefix path of the array whose elements this filter is asked of, with its dot; empty at the top
   * @param required whether every matching document meets this filter (it is not under `$or`, `$nor` or `$not`)
   */
  compile(filter: Document, prefix: string, required: boolean, depth: number): Condition {
    if (depth > NESTING_LIMIT) throw new StoreError(15, 'Overflow', 'the filter is nested too deeply');
    const parts: Condition[] = [];
    for (const name of Object.keys(filter)) {
      const operand: unknown = filter[name];
      if (name.startsWith('$')) parts.push(this.logical(name, operand, prefix, required, depth));
      else this.field(parts, name, operand, prefix, required, depth);
    }
    return parts.length === 1 ? parts[0]! : new AllConditions(parts);
  }

  private logical(
    name: string,
    operand: unknown,
    prefix: string,
    required: boolean,
    depth: number,
  ): Condition {
    if (name !== '$and' && name !== '$or' && name !== '$nor')
      throw unknownOperator(name, 'top level operator');
    if (!Array.isArray(operand) || operand.length === 0) {
      throw new StoreError(2, 'BadValue', `${name} must be a nonempty array`);
    }
    const stillRequired = required && (name === '$and' || (name === '$or' && operand.length === 1));
    const parts = operand.map((part: unknown) => {
      if (!isDocument(part)) throw new StoreError(2, 'BadValue', `${name} entries need to be full objects`);
      return this.compile(part, prefix, stillRequired, depth + 1);
    });
    if (name === '$and') return new AllConditions(parts);
    return name === '$or' ? new AnyCondition(parts) : new NotCondition(new AnyCondition(parts));
  }

  private field(
    parts: Condition[],
    name: string,
    operand: unknown,
    prefix: string,
    required: boolean,
    depth: number,
  ): void {
    const path = parsePath(name);
    const hinted = required ? prefix + name : undefined;
    if (isOperatorDocument(operand)) {
      for (const predicate of this.operators(operand, hinted, depth))
        parts.push(conditionAt(path, predicate));
    } else {
      parts.push(conditionAt(path, this.implicit(operand, hinted)));
    }
  }

  /** `{ a: 1 }` and `{ a: /x/ }`. */
  private implicit(operand: unknown, hinted: string | undefined): Predicate {
    if (!isRegex(operand)) return this.equality(operand, hinted);
    const { pattern, flags } = regexParts(operand);
    this.hintPrefix(hinted, pattern, flags);
    return { kind: 'value', throughLeaf: true, test: regexTest(operand) };
  }

  private equality(operand: unknown, hinted: string | undefined): Predicate {
    if (hinted !== undefined && !this.equalities.has(hinted)) this.equalities.set(hinted, operand);
    return { kind: 'value', throughLeaf: true, test: equalTo(operand) };
  }

  private operators(operators: Document, hinted: string | undefined, depth: number): Predicate[] {
    if (depth > NESTING_LIMIT) throw new StoreError(15, 'Overflow', 'the filter is nested too deeply');
    const predicates: Predicate[] = [];
    for (const name of Object.keys(operators)) {
      const operand: unknown = operators[name];
      switch (name) {
        case '$eq':
          predicates.push(this.equality(operand, hinted));
          break;
        case '$ne':
          if (isRegex(operand)) throw new StoreError(2, 'BadValue', "Can't have regex as arg to $ne.");
          predicates.push({ kind: 'value', throughLeaf: true, negated: true, test: equalTo(operand) });
          break;
        case '$gt':
        case '$gte':
        case '$lt':
        case '$lte':
          predicates.push(this.comparison(name, operand, hinted));
          break;
        case '$in':
          predicates.push(this.membership(operand, hinted));
          break;
        case '$nin':
          predicates.push({
            kind: 'value',
            throughLeaf: true,
            negated: true,
            test: oneOf(listOf(name, operand)),
          });
          break;
        case '$exists':
          predicates.push({
            kind: 'value',
            throughLeaf: false,
            negated: !isTrue(operand),
            test: (value) => value !== undefined,
          });
          break;
        case '$type':
          predicates.push({ kind: 'value', throughLeaf: true, test: ofType(operand) });
          break;
        case '$size':
          predicates.push({ kind: 'value', throughLeaf: false, test: ofSize(operand) });
          break;
        case '$mod':
          predicates.push({ kind: 'value', throughLeaf: true, test: remainderTest(operand) });
          break;
        case '$regex':
          predicates.push(this.regex(operand, operators['$options'], hinted));
          break;
        case '$options':
          if (!Object.hasOwn(operators, '$regex'))
            throw new StoreError(2, 'BadValue', '$options needs a $regex');
          break;
        case '$not':
          predicates.push({ kind: 'not', predicates: this.negation(operand, depth) });
          break;
        case '$elemMatch':
          predicates.push(this.elemMatch(operand, hinted, depth));
          break;
        case '$all':
          predicates.push(...this.all(operand, hinted, depth));
          break;
        default:
          throw unknownOperator(name, 'operator');
      }
    }
    return predicates;
  }

  private comparison(name: keyof typeof SIDES, operand: unknown, hinted: string | undefined): Predicate {
    if (isRegex(operand)) throw new StoreError(2, 'BadValue', `Can't have RegEx as arg to ${name}.`);
    if (hinted !== undefined && staysInType(operand)) {
      this.hintRange(hinted, name.slice(1) as keyof Range, operand);
    }
    return { kind: 'value', throughLeaf: true, test: comparedTo(operand, SIDES[name]) };
  }

  private membership(operand: unknown, hinted: string | undefined): Predicate {
    const values = listOf('$in', operand);
    if (hinted !== undefined && !this.ins.has(hinted)) this.ins.set(hinted, values);
    return { kind: 'value', throughLeaf: true, test: oneOf(values) };
  }

  private regex(operand: unknown, options: unknown, hinted: string | undefined): Predicate {
    let pattern: string;
    let flags = '';
    if (isRegex(operand)) ({ pattern, flags } = regexParts(operand));
    else if (typeof operand === 'string') pattern = operand;
    else throw new StoreError(2, 'BadValue', '$regex has to be a string');
    if (options !== undefined) {
      if (typeof options !== 'string') throw new StoreError(2, 'BadValue', '$options has to be a string');
      if (flags !== '')
        throw new StoreError(51074, 'Location51074', 'options set in both $regex and $options');
      flags = options;
    }
    this.hintPrefix(hinted, pattern, flags);
    return { kind: 'value', throughLeaf: true, test: patternTest(pattern, flags) };
  }

  private negation(operand: unknown, depth: number): Predicate[] {
    if (isRegex(operand)) return [this.implicit(operand, undefined)];
    if (!isDocument(operand)) throw new StoreError(2, 'BadValue', '$not needs a regex or a document');
    if (Object.keys(operand).length === 0) throw new StoreError(2, 'BadValue', '$not cannot be empty');
    return this.operators(operand, undefined, depth + 1);
  }

  private elemMatch(operand: unknown, hinted: string | undefined, depth: number): Predicate {
    if (!isDocument(operand)) throw new StoreError(2, 'BadValue', '$elemMatch needs an Object');
    const matchesItem = this.itemTest(operand, hinted, depth);
    const positionIn = (value: unknown): number => (Array.isArray(value) ? value.findIndex(matchesItem) : -1);
    return { kind: 'value', throughLeaf: false, positionIn, test: (value) => positionIn(value) >= 0 };
  }

  /** The test of one array element: by operators on the element, or by a filter on the document it is. */
  itemTest(operand: Document, hinted: string | undefined, depth: number): (item: unknown) => boolean {
    if (isOperatorDocument(operand) && !isLogical(Object.keys(operand)[0]!)) {
      const predicates = this.operators(operand, hinted, depth + 1);
      return (item) => predicates.every((predicate) => holdsFor(predicate, item));
    }
    const prefix = hinted === undefined ? '' : `${hinted}.`;
    const condition = this.compile(operand, prefix, hinted !== undefined, depth + 1);
    return (item) => isDocument(item) && condition.matches(item);
  }

  private all(operand: unknown, hinted: string | undefined, depth: number): Predicate[] {
    if (!Array.isArray(operand)) throw new StoreError(2, 'BadValue', '$all needs an array');
    if (operand.length === 0) return [{ kind: 'value', throughLeaf: false, test: () => false }];
    return operand.map((item: unknown) => {
      if (!isOperatorDocument(item)) return this.implicit(item, hinted);
      if (Object.keys(item).length === 1 && Object.hasOwn(item, '$elemMatch')) {
        return this.elemMatch(item['$elemMatch'], hinted, depth + 1);
      }
      throw new StoreError(2, 'BadValue', 'no $ expressions in $all');
    });
  }

  private hintRange(path: string, side: keyof Range, operand: unknown): void {
    let range = this.ranges.get(path);
    if (!range) this.ranges.set(path, (range = {}));
    if (range[side] === undefined) range[side] = operand;
  }

  /** A stored regular expression equal to the pattern would match too; no index is asked for those. */
  private hintPrefix(path: string | undefined, pattern: string, options: string): void {
    const prefix = path === undefined ? undefined : literalPrefix(pattern, options);
    if (path === undefined || prefix === undefined) return;
    this.hintRange(path, 'gte', prefix);
    const end = afterPrefix(prefix);
    if (end !== undefined) this.hintRange(path, 'lt', end);
  }
}

/** Whether a comparison with this value holds for values of its own type only, so that an index can bound it. */
function staysInType(operand: unknown): boolean {
  const order = typeOrderOf(operand);
  return order > TypeOrder.null && order !== TypeOrder.maxKey && order !== TypeOrder.array;
}

function isLogical(name: string): boolean {
  return name === '$and' || name === '$or' || name === '$nor';
}

function listOf(name: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new StoreError(2, 'BadValue', `${name} needs an array`);
  for (const item of operand as unknown[]) {
    if (isOperatorDocument(item)) throw new StoreError(2, 'BadValue', `cannot nest $ under ${name}`);
  }
  return operand as unknown[];
}

function unknownOperator(name: string, what: string): StoreError {
  if (UNSUPPORTED.has(name)) return notAvailable(2, 'BadValue', name);
  return new StoreError(2, 'BadValue', `unknown ${what}: ${printable(name).slice(1, -1)}; ${WAY_OUT}`);
}
