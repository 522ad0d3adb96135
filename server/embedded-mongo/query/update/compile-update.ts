import type { Document } from 'bson';
import { notAvailable, StoreError, WAY_OUT } from '../../errors.ts';
import { isDocument, typeNameOf } from '../values/bson-type.ts';
import { equalsBson } from '../values/compare.ts';
import { ownField, setField } from '../values/path.ts';
import { checkArrayFilters, compileArrayFilters, type ElementTests } from './array-filters.ts';
import { ARRAY_OPERATORS } from './array-operators.ts';
import { Change, type Operation, type UpdateContext } from './change.ts';
import { FIELD_OPERATORS } from './field-operators.ts';
import { applyRename, parseRename, type Rename } from './rename.ts';
import { comparePaths, parseUpdatePath, PathClaims, type UpdatePath } from './update-path.ts';
import { upsertSeed } from './upsert-seed.ts';

/** An update ready for use. */
export interface CompiledUpdate {
  /** True for a whole new document, false for operators. */
  isReplacement: boolean;
  /**
   * The document after the update; `doc` itself is not altered, and is returned where operators change nothing.
   *
   * @throws StoreError ImmutableField (66), TypeMismatch (14), BadValue (2), PathNotViable (28)
   */
  apply(doc: Document, context: UpdateContext): Document;
  /** The document an upsert applies this update to. */
  upsertSeed(filter: Document): Document;
}

/** Everything about an update that does not depend on the document. */
export interface UpdateOptions {
  arrayFilters?: readonly Document[];
}

const OPERATORS: Record<string, (operand: unknown, path: string) => Operation> = {
  ...FIELD_OPERATORS,
  ...ARRAY_OPERATORS,
};

/**
 * Reads an update once and checks all of it, so that a wrong one is refused before anything is written.
 *
 * @throws StoreError FailedToParse (9), ConflictingUpdateOperators (40), TypeMismatch (14), BadValue (2) and those of wrong paths
 */
export function compileUpdate(update: Document, options: UpdateOptions = {}): CompiledUpdate {
  if (Array.isArray(update)) throw notAvailable(9, 'FailedToParse', 'an update written as a pipeline');
  const tests = compileArrayFilters(options.arrayFilters);
  const first = Object.keys(update)[0];
  return first?.startsWith('$') ? compileOperators(update, tests) : compileReplacement(update, tests);
}

function compileReplacement(update: Document, tests: ElementTests): CompiledUpdate {
  checkArrayFilters(tests, []);
  for (const name of Object.keys(update)) {
    if (!name.startsWith('$')) continue;
    throw new StoreError(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. ${WAY_OUT}`,
    );
  }
  return {
    isReplacement: true,
    apply(doc) {
      return replaced(doc, update);
    },
    upsertSeed(filter) {
      return upsertSeed(filter, true);
    },
  };
}

function replaced(doc: Document, update: Document): Document {
  if (!Object.hasOwn(doc, '_id')) return withIdFirst({ ...update });
  const _id: unknown = doc._id;
  if (Object.hasOwn(update, '_id') && !equalsBson(_id, update._id)) throw changedId('replacing the document');
  // The stored `_id` stays as it is: `Int32(1)` is not replaced by an equal `Double(1)`.
  return withIdFirst({ ...update, _id });
}

/** One operation at one path, or one renaming. Plain data: a step is made for every path of every update. */
type Step = { path: UpdatePath; operation: Operation } | { path: UpdatePath; rename: Rename };

function compileOperators(update: Document, tests: ElementTests): CompiledUpdate {
  const claims = new PathClaims();
  const steps: Step[] = [];
  for (const name of Object.keys(update)) {
    const maker = operatorNamed(name);
    const fields: unknown = update[name];
    if (!isDocument(fields)) {
      throw new StoreError(
        9,
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeNameOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
      );
    }
    for (const text of Object.keys(fields)) {
      const operand: unknown = fields[text];
      if (maker === undefined) steps.push(renameStep(parseRename(text, operand), claims));
      else steps.push(operatorStep(parseUpdatePath(text), maker(operand, text), claims));
    }
  }
  if (steps.length > 1) steps.sort((a, b) => comparePaths(a.path, b.path));
  checkArrayFilters(tests, steps);
  const touchesId =
    steps.some(({ path }) => path.text === '_id' || path.text.startsWith('_id.')) ||
    update.$rename !== undefined;
  return {
    isReplacement: false,
    apply(doc, context) {
      return applySteps(doc, context, steps, tests, touchesId);
    },
    upsertSeed(filter) {
      return upsertSeed(filter, false);
    },
  };
}

/** The maker of an operator's operations; undefined for `$rename`, which has two paths. */
function operatorNamed(name: string): (typeof OPERATORS)[string] | undefined {
  if (name === '$rename') return undefined;
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name];
  throw new StoreError(
    9,
    'FailedToParse',
    `Unknown modifier: ${name}. Expected a valid update modifier; ${WAY_OUT}`,
  );
}

function operatorStep(path: UpdatePath, operation: Operation, claims: PathClaims): Step {
  claims.claim(path.text);
  return { path, operation };
}

function renameStep(rename: Rename, claims: PathClaims): Step {
  claims.claim(rename.from.text);
  claims.claim(rename.to.text);
  return { path: rename.to, rename };
}

function applySteps(
  doc: Document,
  context: UpdateContext,
  steps: readonly Step[],
  tests: ElementTests,
  touchesId: boolean,
): Document {
  const change = new Change(doc, context, tests);
  for (const step of steps) {
    if ('rename' in step) applyRename(change, step.rename);
    else if (!step.operation.onlyOnInsert || context.isInsert) change.at(step.path, step.operation);
  }
  const { result } = change;
  if (!touchesId || result === doc) return result;
  if (Object.hasOwn(doc, '_id') && !equalsBson(doc._id, ownField(result, '_id'))) {
    throw changedId("Performing an update on the path '_id'");
  }
  return context.isInsert ? withIdFirst(result) : result;
}

function withIdFirst(doc: Document): Document {
  if (!Object.hasOwn(doc, '_id') || Object.keys(doc)[0] === '_id') return doc;
  const out: Document = { _id: doc._id as unknown };
  for (const name of Object.keys(doc)) if (name !== '_id') setField(out, name, doc[name]);
  return out;
}

function changedId(what: string): StoreError {
  return new StoreError(66, 'ImmutableField', `${what} would modify the immutable field '_id'`);
}
