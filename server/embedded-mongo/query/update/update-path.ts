import { StoreError } from '../../errors.ts';
import { positionOf } from '../values/path.ts';

/** One step of an update's path: a field or array position, or the elements that `$`, `$[]`, `$[id]` stand for. */
export type UpdateStep =
  | { kind: 'field'; name: string; position: number }
  | { kind: 'matched'; array: string }
  | { kind: 'all' }
  | { kind: 'filtered'; id: string };

/** A path an update operator works on. */
export interface UpdatePath {
  text: string;
  steps: readonly UpdateStep[];
}

const DEEPEST = 200;
const REFERENCE_FIELDS = new Set(['$ref', '$id', '$db']);

/**
 * Cuts and checks a path.
 *
 * @throws StoreError EmptyFieldName (56), DollarPrefixedFieldName (52), BadValue (2), Overflow (15)
 */
export function parseUpdatePath(text: string): UpdatePath {
  if (!text.includes('.') && !text.startsWith('$') && text !== '') {
    return { text, steps: [{ kind: 'field', name: text, position: positionOf(text) }] };
  }
  const names = text.split('.');
  if (names.length > DEEPEST) throw new StoreError(15, 'Overflow', `the update path is nested too deeply`);
  const steps = names.map((name, i) => stepOf(name, i, names, text));
  if (steps.filter(({ kind }) => kind === 'matched').length > 1) {
    throw new StoreError(2, 'BadValue', `Too many positional (i.e. '$') elements found in path '${text}'`);
  }
  return { text, steps };
}

function stepOf(name: string, at: number, names: readonly string[], text: string): UpdateStep {
  if (name === '') {
    throw new StoreError(
      56,
      'EmptyFieldName',
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  if (!name.startsWith('$') || (at > 0 && REFERENCE_FIELDS.has(name))) {
    return { kind: 'field', name, position: positionOf(name) };
  }
  const filtered = /^\$\[(.*)\]$/.exec(name);
  if (at === 0 && (name === '$' || filtered)) {
    throw new StoreError(
      2,
      'BadValue',
      `Cannot have positional (i.e. '$') element in the first position in path '${text}'`,
    );
  }
  if (name === '$') return { kind: 'matched', array: names.slice(0, at).join('.') };
  if (filtered) return filtered[1] === '' ? { kind: 'all' } : { kind: 'filtered', id: filtered[1]! };
  throw new StoreError(
    52,
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${name}' in '${text}' is not valid for storage.`,
  );
}

/** Remembers paths and refuses one that would meet another. */
export class PathClaims {
  private readonly taken = new Set<string>();
  private readonly above = new Set<string>();

  /** Throws ConflictingUpdateOperators (40) where the path is taken, lies under a taken one or above one. */
  claim(path: string): void {
    if (this.taken.has(path) || this.above.has(path)) throw conflict(path, path);
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      const parent = path.slice(0, dot);
      if (this.taken.has(parent)) throw conflict(path, parent);
      this.above.add(parent);
    }
    this.taken.add(path);
  }
}

function conflict(path: string, at: string): StoreError {
  return new StoreError(
    40,
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${at}'`,
  );
}

/** The order in which MongoDB works through paths, and so adds new fields: by name, numbers by value. */
export function comparePaths(a: UpdatePath, b: UpdatePath): number {
  const length = Math.min(a.steps.length, b.steps.length);
  for (let i = 0; i < length; i++) {
    const x = a.steps[i]!;
    const y = b.steps[i]!;
    if (x.kind !== 'field' || y.kind !== 'field') {
      if (x.kind !== y.kind) return x.kind === 'field' ? 1 : -1;
      continue;
    }
    if (x.position >= 0 && y.position >= 0 && x.position !== y.position) return x.position - y.position;
    if (x.name !== y.name) return x.name < y.name ? -1 : 1;
  }
  return a.steps.length - b.steps.length;
}
