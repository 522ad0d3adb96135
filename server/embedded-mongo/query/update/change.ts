import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import type { CompiledFilter } from '../filter/compile-filter.ts';
import { asPlainDocument, isDocument, typeNameOf } from '../values/bson-type.ts';
import { ownField, setField } from '../values/path.ts';
import type { UpdatePath, UpdateStep } from './update-path.ts';

/** What an update may know about the document it is applied to. */
export interface UpdateContext {
  /** The document is new: an upsert inserts it. */
  isInsert: boolean;
  /** The filter that found it, for the positional `$`. */
  filter?: CompiledFilter;
  now: Date;
  /** Position `$` stands for, where the filter cannot tell. */
  position?: number;
}

/** Returned by an operator in place of a value: take the field away. */
export const REMOVED = Symbol('removed');

/** What one operator does at the end of its path. */
export interface Operation {
  /** The new value; the same one for no change. `current` is undefined where the field is missing. */
  compute(current: unknown, change: Change): unknown;
  /** Whether missing parts of the path are made. */
  creates: boolean;
  /** Left out altogether unless the document is new. */
  onlyOnInsert?: boolean;
}

const MOST_PADDING = 1_500_000;

/** One application of an update to one document. The document given is never altered: what changes is copied first. */
export class Change {
  readonly original: Document;
  readonly context: UpdateContext;
  private readonly elementTests: ReadonlyMap<string, (item: unknown) => boolean>;
  private readonly owned = new Set<unknown>();
  private doc: Document;

  constructor(
    original: Document,
    context: UpdateContext,
    elementTests: ReadonlyMap<string, (item: unknown) => boolean>,
  ) {
    this.original = original;
    this.doc = original;
    this.context = context;
    this.elementTests = elementTests;
  }

  /** The document as changed so far; the original itself where nothing changed. */
  get result(): Document {
    return this.doc;
  }

  /** Applies an operation at every place its path stands for. */
  at(path: UpdatePath, operation: Operation): void {
    this.doc = this.walk(this.doc, path, 0, operation) as Document;
  }

  private walk(value: unknown, path: UpdatePath, at: number, operation: Operation): unknown {
    const step = path.steps[at];
    if (step === undefined) return operation.compute(value, this);
    if (Array.isArray(value)) return this.walkArray(value, path, at, step, operation);
    if (step.kind === 'all' || step.kind === 'filtered') throw noArray(value, path, at);
    const name = step.kind === 'field' ? step.name : String(this.matchedPosition(step.array));
    if (isDocument(value)) {
      const current = ownField(value, name);
      return this.replaceField(value, name, current, this.walk(current, path, at + 1, operation));
    }
    if (!operation.creates) return value;
    if (value !== undefined) throw notViable(name, value, path, at);
    const made = this.walk(undefined, path, at + 1, operation);
    if (made === undefined || made === REMOVED) return undefined;
    return this.replaceField({}, name, undefined, made);
  }

  private replaceField(doc: Document, name: string, current: unknown, next: unknown): Document {
    if (next === current || (next === REMOVED && !Object.hasOwn(doc, name))) return doc;
    const target = this.writable(doc);
    if (next === REMOVED) delete target[name];
    else setField(target, name, next);
    return target;
  }

  private walkArray(
    array: unknown[],
    path: UpdatePath,
    at: number,
    step: UpdateStep,
    operation: Operation,
  ): unknown[] {
    if (step.kind === 'all' || step.kind === 'filtered') {
      const test = step.kind === 'filtered' ? this.elementTests.get(step.id) : undefined;
      let out = array;
      for (let i = 0; i < array.length; i++) {
        if (!test || test(array[i])) out = this.walkElement(out, i, path, at, operation);
      }
      return out;
    }
    const position = step.kind === 'field' ? step.position : this.matchedPosition(step.array);
    if (position >= 0) return this.walkElement(array, position, path, at, operation);
    if (!operation.creates) return array;
    throw notViable(step.kind === 'field' ? step.name : '$', array, path, at);
  }

  private walkElement(
    array: unknown[],
    position: number,
    path: UpdatePath,
    at: number,
    operation: Operation,
  ): unknown[] {
    const current = array[position];
    const next = this.walk(current, path, at + 1, operation);
    if (next === current || (next === REMOVED && position >= array.length)) return array;
    if (position - array.length > MOST_PADDING) {
      throw new StoreError(2, 'BadValue', `can't fill an array up to position ${position}`);
    }
    const target = this.writable(array);
    while (target.length < position) target.push(null);
    // Taking an element away by its position leaves null, so that the others keep theirs.
    target[position] = next === REMOVED ? null : next;
    return target;
  }

  private writable<T extends Document | unknown[]>(value: T): T {
    if (this.owned.has(value)) return value;
    const doc: Document = value;
    const copy = (Array.isArray(value) ? value.slice() : { ...asPlainDocument(doc) }) as T;
    this.owned.add(copy);
    return copy;
  }

  private matchedPosition(array: string): number {
    const { filter, position } = this.context;
    const found = filter?.positional(this.original, array) ?? position ?? filter?.positional(this.original);
    if (found !== undefined) return found;
    throw new StoreError(
      2,
      'BadValue',
      'The positional operator did not find the match needed from the query.',
    );
  }
}

function lastName(path: UpdatePath, at: number): string {
  return path.text.split('.').slice(0, at).join('.');
}

function notViable(name: string, value: unknown, path: UpdatePath, at: number): StoreError {
  return new StoreError(
    28,
    'PathNotViable',
    `Cannot create field '${name}' in element ${lastName(path, at)} of type ${typeNameOf(value)}`,
  );
}

function noArray(value: unknown, path: UpdatePath, at: number): StoreError {
  const name = lastName(path, at);
  return new StoreError(
    2,
    'BadValue',
    value === undefined
      ? `The path '${name}' must exist in the document in order to apply array updates.`
      : `Cannot apply array updates to non-array element ${name} of type ${typeNameOf(value)}`,
  );
}
