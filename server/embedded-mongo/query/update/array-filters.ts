import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import type { UpdatePath } from './update-path.ts';

/** Tests of array elements, by the identifier that `$[identifier]` names. */
export type ElementTests = Map<string, (item: unknown) => boolean>;

const IDENTIFIER = /^[a-z][a-zA-Z0-9]*$/;
const NO_TESTS: ElementTests = new Map();

/**
 * Reads `arrayFilters`.
 *
 * @throws StoreError FailedToParse (9), BadValue (2)
 */
export function compileArrayFilters(filters: readonly Document[] | undefined): ElementTests {
  if (!filters || filters.length === 0) return NO_TESTS;
  const tests: ElementTests = new Map();
  for (const filter of filters) {
    const id = identifierOf(filter);
    if (tests.has(id)) {
      throw new StoreError(
        9,
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${id}`,
      );
    }
    const compiled = compileFilter(filter);
    tests.set(id, (item) => compiled.matches({ [id]: item }));
  }
  return tests;
}

function identifierOf(filter: Document): string {
  const ids = new Set<string>();
  collectIdentifiers(filter, ids);
  const [id, second] = ids;
  if (id === undefined) {
    throw new StoreError(
      9,
      'FailedToParse',
      'Cannot use an expression without a top-level field name in arrayFilters',
    );
  }
  if (second !== undefined) {
    throw new StoreError(
      9,
      'FailedToParse',
      `Error parsing array filter: Expected a single top-level field name, found '${id}' and '${second}'`,
    );
  }
  if (!IDENTIFIER.test(id)) {
    throw new StoreError(
      2,
      'BadValue',
      `Error parsing array filter: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${id}'`,
    );
  }
  return id;
}

function collectIdentifiers(filter: Document, ids: Set<string>): void {
  for (const name of Object.keys(filter)) {
    if (!name.startsWith('$')) ids.add(name.split('.', 1)[0]!);
    else if (Array.isArray(filter[name]))
      for (const part of filter[name] as Document[]) collectIdentifiers(part, ids);
  }
}

/** Refuses a `$[id]` without its filter, and a filter that no path uses. */
export function checkArrayFilters(tests: ElementTests, users: readonly { path: UpdatePath }[]): void {
  const unused = new Set(tests.keys());
  for (const { path } of users) {
    const { steps, text } = path;
    for (const step of steps) {
      if (step.kind !== 'filtered') continue;
      if (!tests.has(step.id)) {
        throw new StoreError(
          2,
          'BadValue',
          `No array filter found for identifier '${step.id}' in path '${text}'`,
        );
      }
      unused.delete(step.id);
    }
  }
  for (const id of unused) {
    throw new StoreError(
      9,
      'FailedToParse',
      `The array filter for identifier '${id}' was not used in the update`,
    );
  }
}
