import type { Document } from 'bson';
import { StoreError } from '../../errors.ts';
import { compileExpression, compileProjection } from '../../query/index.ts';
import { numberOf } from '../fields.ts';
import { define } from './expressions.ts';
import type { Stage } from './stage.ts';

/** 1, true and their like keep a field; 0 and false leave it out. */
function asSwitch(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  return number === undefined ? undefined : number !== 0;
}

/** `$project`: keeps, leaves out, or computes fields. */
export function compileProject(spec: Document): Stage {
  if (Object.keys(spec).length === 0) {
    throw new StoreError(51272, 'Location51272', '$project specification must have at least one field');
  }
  const plain: Document = {};
  const computed: [path: string[], value: (doc: Document) => unknown][] = [];
  split(spec, [], plain, computed);
  if (computed.length === 0) {
    const project = compileProjection(plain);
    return (next) => ({ push: (doc) => next.push(project(doc)), end: () => next.end() });
  }
  const kept = Object.entries(plain);
  if (kept.some(([path, value]) => path !== '_id' && asSwitch(value) === false)) {
    throw new StoreError(31254, 'Location31254', 'Cannot do exclusion of fields together with computed ones');
  }
  const onlyId = kept.every(([path]) => path === '_id');
  const computesId = computed.some(([path]) => path.length === 1 && path[0] === '_id');
  const noId = computesId || asSwitch(plain._id) === false;
  const base =
    onlyId && noId ? () => ({}) : compileProjection(onlyId ? { _id: 1 } : { ...plain, _id: noId ? 0 : 1 });
  return (next) => ({
    push(doc) {
      const out = base(doc);
      for (const [path, value] of computed) place(out, path, value(doc));
      return next.push(out);
    },
    end: () => next.end(),
  });
}

/** Sorts a specification into plain switches, by path, and computed fields. */
function split(
  spec: Document,
  at: string[],
  plain: Document,
  computed: [string[], (doc: Document) => unknown][],
): void {
  for (const [name, value] of Object.entries(spec)) {
    if (name.startsWith('$')) {
      throw new StoreError(16410, 'Location16410', `FieldPath field names may not start with '$': ${name}`);
    }
    const path = [...at, ...name.split('.')];
    const nested =
      value !== null &&
      typeof value === 'object' &&
      !Array.isArray(value) &&
      Object.getPrototypeOf(value) === Object.prototype;
    if (asSwitch(value) !== undefined) define(plain, path.join('.'), value);
    else if (nested && !Object.keys(value as Document).some((key) => key.startsWith('$'))) {
      split(value as Document, path, plain, computed);
    } else computed.push([path, compileExpression(value)]);
  }
}

function place(target: Document, [step, ...rest]: string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) return define(target, step!, value);
  const inner = Object.hasOwn(target, step!) ? (target[step!] as unknown) : undefined;
  const holder: Document =
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? { ...(inner as Document) } : {};
  define(target, step!, holder);
  place(holder, rest, value);
}
