import { Long, type Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { compareBson } from '../query/index.ts';
import { buildIndexes, removeIndexes } from '../storage/index-build.ts';
import { indexInfo, type Collection, type IndexInfo } from '../storage/collection.ts';
import { encode } from '../wire/raw-bson.ts';
import { existing, forWriting } from './collection-of.ts';
import { checkCursorOption } from './collections.command.ts';
import type { CommandSpec } from './command.ts';
import { asDocument, collectionName, flag, numberOf, optionalDocument, requiredList } from './fields.ts';
import { cursorReply } from './find.command.ts';
import { quiet } from './quiet.ts';

/** What `createIndexes` asks for, before it has a number. */
type Wanted = Omit<Parameters<typeof indexInfo>[0], 'id'>;

const KNOWN = [
  'key',
  'name',
  'unique',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'ns',
];

function readSpec(value: unknown): Wanted {
  const spec = asDocument('indexes', value);
  for (const field of Object.keys(spec)) {
    if (!KNOWN.includes(field) && !(spec[field] === false && (field === 'sparse' || field === 'hidden'))) {
      throw notAvailable(67, 'CannotCreateIndex', `index option ${field}`);
    }
  }
  const key = readKey(asDocument('key', spec.key));
  const name = spec.name as unknown;
  if (typeof name !== 'string' || name === '') {
    throw new StoreError(9, 'FailedToParse', 'an index needs a name');
  }
  const expire = spec.expireAfterSeconds === undefined ? undefined : numberOf(spec.expireAfterSeconds);
  if (
    spec.expireAfterSeconds !== undefined &&
    (expire === undefined || expire < 0 || expire > 2_147_483_647)
  ) {
    throw new StoreError(
      67,
      'CannotCreateIndex',
      'expireAfterSeconds must be a number of seconds from 0 to 2147483647',
    );
  }
  if (expire !== undefined && Object.keys(key).length > 1) {
    throw new StoreError(67, 'CannotCreateIndex', 'TTL indexes are single-field indexes');
  }
  return {
    key,
    name,
    unique: flag(spec, 'unique') || undefined,
    partial: optionalDocument(spec, 'partialFilterExpression'),
    expireAfterSeconds: expire,
  };
}

function readKey(spec: Document): Record<string, number> {
  const fields = Object.entries(spec);
  if (fields.length === 0) throw new StoreError(67, 'CannotCreateIndex', 'index keys cannot be empty');
  const key: Record<string, number> = {};
  for (const [field, kind] of fields) {
    const direction = numberOf(kind);
    if (direction === undefined)
      throw notAvailable(67, 'CannotCreateIndex', `an index of kind '${String(kind)}'`);
    if (field === '' || field.includes('$'))
      throw notAvailable(67, 'CannotCreateIndex', `an index on '${field}'`);
    if (direction === 0 || Number.isNaN(direction)) {
      throw new StoreError(67, 'CannotCreateIndex', 'an index direction cannot be 0');
    }
    key[field] = direction > 0 ? 1 : -1;
  }
  return key;
}

function sameKey(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b));
}

function samePartial(a: Document | undefined, b: Document | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && compareBson(a, b) === 0);
}

/** True when the index is there already. Throws when one of that name or key has other options (85, 86). */
function isThere(collection: Collection, wanted: Wanted): boolean {
  if (sameKey(wanted.key, { _id: 1 })) return true;
  const same = (index: IndexInfo): boolean =>
    sameKey(index.key, wanted.key) &&
    index.unique === (wanted.unique ?? false) &&
    index.expireAfterSeconds === wanted.expireAfterSeconds &&
    samePartial(index.partial, wanted.partial);
  const named = collection.indexes.find((index) => index.name === wanted.name);
  if (named && same(named)) return true;
  if (named) {
    throw new StoreError(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${wanted.name}, with other keys or options`,
    );
  }
  const keyed = collection.indexes.find(
    (index) => sameKey(index.key, wanted.key) && samePartial(index.partial, wanted.partial),
  );
  if (keyed) {
    throw new StoreError(
      85,
      'IndexOptionsConflict',
      `Index already exists with a different name or options: ${keyed.name}`,
    );
  }
  return false;
}

export const createIndexes: CommandSpec = {
  fields: ['indexes'],
  inTransaction: 'refused',
  async run(context) {
    const { command, store } = context;
    const wanted = requiredList(command, 'indexes').map(readSpec);
    if (wanted.length === 0) throw new StoreError(2, 'BadValue', 'Must specify at least one index to create');
    const isNew = !existing(context);
    const collection = await forWriting(context, collectionName('createIndexes', command));
    const { before, added } = await quiet(context, [collection], () => {
      const before = collection.indexes.length;
      const missing = wanted.filter((spec) => !isThere(collection, spec));
      const added = missing.map((spec) => indexInfo({ ...spec, id: store.catalog.newId(), building: true }));
      collection.indexes.push(...added);
      collection.changed = store.engine.commitNumber;
      if (added.length > 0) store.catalog.save(collection);
      return { before, added };
    });
    if (added.length > 0) await buildIndexes(store, collection, added);
    return {
      numIndexesBefore: before,
      numIndexesAfter: before + added.length,
      createdCollectionAutomatically: isNew,
      ...(added.length === 0 && { note: 'all indexes already exist' }),
    };
  },
};

export const dropIndexes: CommandSpec = {
  fields: ['index'],
  inTransaction: 'refused',
  async run(context) {
    const { command, store } = context;
    const collection = existing(context);
    if (!collection) {
      throw new StoreError(
        26,
        'NamespaceNotFound',
        `ns not found ${context.db}.${String(command.dropIndexes)}`,
      );
    }
    const nIndexesWas = collection.indexes.length;
    await quiet(context, [collection], () =>
      removeIndexes(store, collection, chosen(collection, command.index)),
    );
    store.cursors.dropWhere((cursor) => cursor.ns === collection.ns);
    store.tidySoon();
    return { nIndexesWas };
  },
};

function chosen(collection: Collection, wanted: unknown): IndexInfo[] {
  const rest = collection.indexes.slice(1);
  if (wanted === '*') return rest;
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((name) => {
    const byName = typeof name === 'string';
    const index = byName
      ? rest.find((candidate) => candidate.name === name)
      : rest.find((candidate) => sameKey(candidate.key, readKey(asDocument('index', name))));
    if (name === '_id_') throw new StoreError(72, 'InvalidOptions', 'cannot drop _id index');
    if (!index)
      throw new StoreError(27, 'IndexNotFound', `index not found with name [${byName ? name : 'key'}]`);
    return index;
  });
}

export const listIndexes: CommandSpec = {
  fields: ['cursor'],
  inTransaction: 'refused',
  run(context) {
    const { command } = context;
    checkCursorOption(command);
    const collection = existing(context);
    if (!collection) {
      throw new StoreError(
        26,
        'NamespaceNotFound',
        `ns does not exist: ${context.db}.${String(command.listIndexes)}`,
      );
    }
    const docs = collection.indexes
      .filter((index) => index.ready)
      .map((index) =>
        encode({
          v: 2,
          key: { ...index.key },
          name: index.name,
          ...(index.unique && index.name !== '_id_' && { unique: true }),
          ...(index.partial && { partialFilterExpression: index.partial }),
          ...(index.expireAfterSeconds !== undefined && { expireAfterSeconds: index.expireAfterSeconds }),
        }),
      );
    return cursorReply('firstBatch', collection.ns, Long.ZERO, docs);
  },
};
