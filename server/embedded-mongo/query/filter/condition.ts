import type { Document } from 'bson';
import { findAt, NO_ARRAY, NONE, type Path, type ValueTest } from '../values/path.ts';

/**
 * What one operator asks of a value. As part of a filter it is asked of the values at a path; inside `$elemMatch: { $gt: 1 }` it
 * is asked of one array element.
 */
export type Predicate =
  | {
      kind: 'value';
      test: ValueTest;
      /** Whether an array at the end of the path gives its elements too. */
      throughLeaf: boolean;
      negated?: boolean;
      /** Position of the array element that makes the test pass (`$elemMatch`). */
      positionIn?: (value: unknown) => number;
    }
  | { kind: 'not'; predicates: readonly Predicate[] };

/** Asks a predicate of one value, without looking into arrays. */
export function holdsFor(predicate: Predicate, value: unknown): boolean {
  if (predicate.kind === 'not') return !predicate.predicates.every((inner) => holdsFor(inner, value));
  return predicate.test(value) !== (predicate.negated ?? false);
}

/** One part of a filter, asked of whole documents. */
export interface Condition {
  matches(doc: Document): boolean;
  /**
   * Position of the array element this condition matched by, in the array `$` would stand for.
   *
   * @param array path of the array asked about; undefined takes whichever comes first
   */
  positional(doc: Document, array: string | undefined): number | undefined;
}

/** A predicate at a path. */
export class PathCondition implements Condition {
  private readonly path: Path;
  private readonly predicate: Predicate & { kind: 'value' };

  constructor(path: Path, predicate: Predicate & { kind: 'value' }) {
    this.path = path;
    this.predicate = predicate;
  }

  matches(doc: Document): boolean {
    const { test, throughLeaf, negated } = this.predicate;
    return (findAt(doc, this.path, throughLeaf, test) !== NONE) !== (negated ?? false);
  }

  positional(doc: Document, array: string | undefined): number | undefined {
    const { test, throughLeaf, negated, positionIn } = this.predicate;
    if (negated || (array !== undefined && !isWithin(this.path.text, array))) return undefined;
    let position = -1;
    const found = findAt(doc, this.path, throughLeaf, (value) => {
      if (!test(value)) return false;
      position = positionIn ? positionIn(value) : -1;
      return true;
    });
    if (found === NONE) return undefined;
    if (found !== NO_ARRAY) return found;
    return position >= 0 ? position : undefined;
  }
}

function isWithin(path: string, array: string): boolean {
  return path === array || path.startsWith(`${array}.`);
}

/** All of several conditions. */
export class AllConditions implements Condition {
  private readonly parts: readonly Condition[];

  constructor(parts: readonly Condition[]) {
    this.parts = parts;
  }

  matches(doc: Document): boolean {
    for (const part of this.parts) if (!part.matches(doc)) return false;
    return true;
  }

  positional(doc: Document, array: string | undefined): number | undefined {
    return firstPosition(this.parts, doc, array);
  }
}

/** At least one of several conditions. */
export class AnyCondition implements Condition {
  private readonly parts: readonly Condition[];

  constructor(parts: readonly Condition[]) {
    this.parts = parts;
  }

  matches(doc: Document): boolean {
    for (const part of this.parts) if (part.matches(doc)) return true;
    return false;
  }

  positional(doc: Document, array: string | undefined): number | undefined {
    return firstPosition(
      this.parts.filter((part) => part.matches(doc)),
      doc,
      array,
    );
  }
}

/** The opposite of a condition. It never says which element matched. */
export class NotCondition implements Condition {
  private readonly part: Condition;

  constructor(part: Condition) {
    this.part = part;
  }

  matches(doc: Document): boolean {
    return !this.part.matches(doc);
  }

  positional(): undefined {
    return undefined;
  }
}

function firstPosition(
  parts: readonly Condition[],
  doc: Document,
  array: string | undefined,
): number | undefined {
  for (const part of parts) {
    const position = part.positional(doc, array);
    if (position !== undefined) return position;
  }
  return undefined;
}

/** A predicate at a path as a condition on documents. */
export function conditionAt(path: Path, predicate: Predicate): Condition {
  if (predicate.kind === 'value') return new PathCondition(path, predicate);
  const parts = predicate.predicates.map((inner) => conditionAt(path, inner));
  return new NotCondition(parts.length === 1 ? parts[0]! : new AllConditions(parts));
}
