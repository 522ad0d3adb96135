import { deserialize, serialize, type Document } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileFilter,
  compileProjection,
  compileSort,
  compileUpdate,
  encodeKey,
} from '../../../../server/embedded-mongo/query/index.ts';
import { int } from './values.arbitrary.ts';

const NOW = new Date(0);
const apply = (doc: Document, update: Document, filter: Document = {}): Document =>
  compileUpdate(update).apply(doc, { isInsert: false, now: NOW, filter: compileFilter(filter) });

const evil = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];
const paths = fc
  .array(fc.oneof(fc.constantFrom(...evil), fc.constantFrom('a', 'b', '0')), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.join('.'));

/** Names of all that every object shares; a write that went astray would add one. */
const shared = (): unknown[] =>
  [Object, Object.prototype, Array.prototype, Function.prototype, Date.prototype, String.prototype].map(
    (holder) =>
      Object.entries(Object.getOwnPropertyDescriptors(holder)).map(([name, { value }]) => [
        name,
        value as unknown,
      ]),
  );
const BEFORE = shared();

/** A document as it comes off the wire, where such names are fields like any other. */
const wire = (doc: Document): Document => deserialize(serialize(doc), { promoteValues: false });
const own = (name: string, value: unknown): Document => Object.fromEntries([[name, value]]);

describe('names of Object.prototype are names like any other', () => {
  it('in updates of every kind', () => {
    const operators: ((path: string) => Document)[] = [
      (path) => ({ $set: own(path, 'x') }),
      (path) => ({ $inc: own(path, int(1)) }),
      (path) => ({ $push: own(path, 'x') }),
      (path) => ({ $addToSet: own(path, 'x') }),
      (path) => ({ $unset: own(path, '') }),
      (path) => ({ $max: own(path, 'x') }),
      (path) => ({ $setOnInsert: own(path, 'x') }),
      (path) => ({ $rename: own('a', path) }),
      (path) => ({ $rename: own(path, 'zz') }),
    ];
    fc.assert(
      fc.property(paths, fc.constantFrom(...operators), fc.boolean(), (path, operator, isInsert) => {
        const compiled = (() => {
          try {
            return compileUpdate(wire(operator(path)));
          } catch {
            return undefined;
          }
        })();
        for (const doc of [{}, { a: 'v' }, wire(own('__proto__', { a: int(1) })), { a: [{}], b: {} }]) {
          try {
            const made = compiled?.apply(doc, { isInsert, now: NOW });
            if (made) expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
          } catch (error) {
            expect(error).toHaveProperty('codeName');
          }
        }
        expect(shared()).toEqual(BEFORE);
      }),
      { numRuns: 500 },
    );
  });

  it('in filters, sorts and projections', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const doc = { a: { b: int(1) } };
        const absent = path.split('.').some((step) => evil.includes(step));
        if (absent) {
          expect(compileFilter(own(path, { $exists: true })).matches(doc)).toBe(false);
          expect(compileSort(own(path, 1))(doc, {})).toBe(0);
          expect(compileProjection({ ...own(path, 1), _id: 0 })({ x: 1 })).toStrictEqual({});
        }
        compileUpdate({ $set: { z: 1 } }).upsertSeed(own(path, 'x'));
        expect(shared()).toEqual(BEFORE);
      }),
      { numRuns: 500 },
    );
  });

  it('and are kept as own fields', () => {
    const made = apply(
      {},
      { $set: { '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes' } },
    );
    expect(Object.hasOwn(made, '__proto__')).toBe(true);
    expect(Object.keys(wire(made))).toEqual(['__proto__', 'constructor']);
    expect(({} as Document).polluted).toBeUndefined();
    expect(compileFilter(own('__proto__.polluted', 'yes')).matches(made)).toBe(true);
    expect(Object.keys(compileProjection(own('__proto__', 1))(made))).toEqual(['__proto__']);
    expect(Object.keys(compileProjection({ constructor: 0 })(made))).toEqual(['__proto__']);
    const seed = compileUpdate({ $set: { z: 1 } }).upsertSeed(own('__proto__', 'x'));
    expect(Object.hasOwn(seed, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(seed)).toBe(Object.prototype);
  });

  it('in replacements and copied documents', () => {
    const doc = wire({ _id: int(1), ...own('__proto__', { x: int(1) }) });
    const replaced = apply({ _id: int(1) }, wire(own('__proto__', { x: int(2) })));
    expect(Object.hasOwn(replaced, '__proto__')).toBe(true);
    const changed = apply(doc, { $set: { a: int(1) } });
    expect(Object.keys(changed)).toEqual(Object.keys(wire(changed)));
    expect(Object.hasOwn(changed, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  });

  it('in arrays the length cannot be set', () => {
    expect(() => apply({ a: [int(1)] }, { $set: { 'a.length': int(0) } })).toThrow(/Cannot create field/);
  });

  it('and a document is no BSON value because it says so', () => {
    const liar = { a: { _bsontype: 'ObjectId', id: 'x' } };
    expect(() => encodeKey([liar.a], [1])).not.toThrow();
    expect(compileFilter({ 'a.id': 'x' }).matches(liar)).toBe(true);
    expect(compileFilter({ a: { $type: 'objectId' } }).matches(liar)).toBe(false);
  });
});
