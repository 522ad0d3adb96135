import { DBRef, type Document } from 'bson';
import { asPlainDocument, isDocument } from './bson-type.ts';

/** A dotted path cut into steps, with each step's meaning as an array position (-1: it has none). */
export interface Path {
  text: string;
  steps: readonly string[];
  positions: readonly number[];
}

const POSITION = /^(?:0|[1-9]\d{0,8})$/;

/** A step as an array position, or -1. */
export function positionOf(step: string): number {
  return POSITION.test(step) ? Number(step) : -1;
}

/** Cuts a dotted path. Names are not judged here: each caller has its own rules. */
export function parsePath(text: string): Path {
  const steps = text.includes('.') ? text.split('.') : [text];
  return { text, steps, positions: steps.map(positionOf) };
}

/** A field of a document, or undefined. Only own fields count: `__proto__` and `constructor` are names like any other. */
export function ownField(doc: Document, name: string): unknown {
  if (Object.hasOwn(doc, name)) return doc[name] as unknown;
  return doc instanceof DBRef ? ownField(asPlainDocument(doc), name) : undefined;
}

/** Sets a field as the document's own, also where its name is one that Object.prototype has. */
export function setField(doc: Document, name: string, value: unknown): void {
  if (name in Object.prototype) {
    Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    doc[name] = value;
  }
}

/** No value along the path passed the test. */
export const NONE = -2;
/** A value passed, and no array was walked through on the way to it. */
export const NO_ARRAY = -1;

/** A test of one value; undefined means the field is missing. */
export type ValueTest = (value: unknown) => boolean;

/**
 * Tests the values MongoDB sees at a path until one passes. Arrays on the way are walked through: each embedded document in
 * them continues the path, and a position step picks one element. With `throughLeaf` an array at the end gives each of its
 * elements and then itself, else only itself.
 *
 * @returns NONE, NO_ARRAY or the position in the outermost array that was walked through (what `$` stands for)
 */
export function findAt(doc: Document, path: Path, throughLeaf: boolean, test: ValueTest): number {
  return findInDocument(doc, path, 0, throughLeaf, test);
}

function findInDocument(
  doc: Document,
  path: Path,
  at: number,
  throughLeaf: boolean,
  test: ValueTest,
): number {
  const value = ownField(doc, path.steps[at]!);
  if (at + 1 === path.steps.length) {
    if (throughLeaf && Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (test(value[i])) return i;
    }
    return test(value) ? NO_ARRAY : NONE;
  }
  if (Array.isArray(value)) return findInArray(value, path, at + 1, throughLeaf, test);
  if (isDocument(value)) return findInDocument(value, path, at + 1, throughLeaf, test);
  return test(undefined) ? NO_ARRAY : NONE;
}

function findInArray(
  array: unknown[],
  path: Path,
  at: number,
  throughLeaf: boolean,
  test: ValueTest,
): number {
  const position = path.positions[at]!;
  for (let i = 0; i < array.length; i++) {
    const item = array[i];
    if (isDocument(item) && findInDocument(item, path, at, throughLeaf, test) !== NONE) return i;
    if (i !== position) continue;
    const found = findAtPosition(item, path, at, throughLeaf, test);
    if (found !== NONE) return found;
  }
  return NONE;
}

function findAtPosition(
  item: unknown,
  path: Path,
  at: number,
  throughLeaf: boolean,
  test: ValueTest,
): number {
  if (at + 1 === path.steps.length) return test(item) ? NO_ARRAY : NONE;
  if (Array.isArray(item)) return findInArray(item, path, at + 1, throughLeaf, test);
  return isDocument(item) ? findInDocument(item, path, at + 1, throughLeaf, test) : NONE;
}
