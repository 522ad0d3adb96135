import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import { isDocument, typeNameOf } from '../values/bson-type.ts';
import { ownField } from '../values/path.ts';
import { idOf } from './field-operators.ts';
import { REMOVED, type Change, type Operation } from './change.ts';
import { parseUpdatePath, type UpdatePath } from './update-path.ts';

/** A `$rename` of one field. */
export interface Rename {
  from: UpdatePath;
  to: UpdatePath;
}

/**
 * Reads one `from: to` pair.
 *
 * @throws StoreError BadValue (2), or what a wrong path throws
 */
export function parseRename(source: string, target: unknown): Rename {
  if (typeof target !== 'string') {
    throw new StoreError(2, 'BadValue', `The 'to' field for $rename must be a string: ${source}`);
  }
  const from = parseUpdatePath(source);
  const to = parseUpdatePath(target);
  if (source === target) {
    throw new StoreError(
      2,
      'BadValue',
      `The source and target field for $rename must differ: ${source}: "${target}"`,
    );
  }
  if (isDynamic(from)) {
    throw new StoreError(2, 'BadValue', `The source field for $rename may not be dynamic: ${source}`);
  }
  if (isDynamic(to)) {
    throw new StoreError(2, 'BadValue', `The destination field for $rename may not be dynamic: ${target}`);
  }
  return { from, to };
}

function isDynamic({ steps }: UpdatePath): boolean {
  return steps.some(({ kind }) => kind !== 'field');
}

const REMOVE: Operation = {
  creates: false,
  compute() {
    return REMOVED;
  },
};

/** Moves the value; a missing source changes nothing. */
export function applyRename(change: Change, { from, to }: Rename): void {
  refuseArrays(change, from, 'source');
  refuseArrays(change, to, 'destination');
  const value = plainValueAt(change.result, from);
  if (value === undefined) return;
  change.at(from, REMOVE);
  change.at(to, {
    creates: true,
    compute() {
      return value;
    },
  });
}

function plainValueAt(doc: Document, path: UpdatePath): unknown {
  let value: unknown = doc;
  for (const step of path.steps) {
    if (!isDocument(value) || step.kind !== 'field') return undefined;
    value = ownField(value, step.name);
  }
  return value;
}

function refuseArrays(change: Change, path: UpdatePath, role: string): void {
  let value: unknown = change.result;
  for (const step of path.steps) {
    if (Array.isArray(value)) {
      throw new StoreError(
        2,
        'BadValue',
        `The ${role} field cannot be an array element, '${path.text}' in doc with _id: ${idOf(change)} goes through a field of type ${typeNameOf(value)}`,
      );
    }
    if (!isDocument(value) || step.kind !== 'field') return;
    value = ownField(value, step.name);
  }
}
