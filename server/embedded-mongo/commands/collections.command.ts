import { Long, type Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { compileFilter } from '../query/index.ts';
import type { Collection } from '../storage/collection.ts';
import { encode } from '../wire/raw-bson.ts';
import { existing } from './collection-of.ts';
import type { CommandSpec, Context } from './command.ts';
import { asDocument, collectionName, flag, optionalDocument } from './fields.ts';
import { cursorReply } from './find.command.ts';
import { quiet } from './quiet.ts';

export const create: CommandSpec = {
  fields: [],
  inTransaction: 'refused',
  async run({ command, store, db }) {
    const name = collectionName('create', command);
    await store.engine.run(() => {
      if (store.catalog.find(`${db}.${name}`)) {
        throw new StoreError(48, 'NamespaceExists', `Collection ${db}.${name} already exists.`);
      }
      store.catalog.create(db, name);
    });
    return {};
  },
};

/** Takes collections out once no open transaction has written to them. */
async function dropAll(context: Context, collections: Collection[]): Promise<void> {
  const { store } = context;
  await quiet(context, collections, () => {
    for (const collection of collections) if (!collection.dropped) store.catalog.drop(collection);
  });
  const names = new Set(collections.map(({ ns }) => ns));
  store.cursors.dropWhere(({ ns }) => names.has(ns));
  store.tidySoon();
}

export const drop: CommandSpec = {
  fields: [],
  inTransaction: 'refused',
  async run(context) {
    const collection = existing(context);
    if (!collection) return { ns: `${context.db}.${collectionName('drop', context.command)}` };
    const nIndexesWas = collection.indexes.length;
    await dropAll(context, [collection]);
    return { nIndexesWas, ns: collection.ns };
  },
};

export const dropDatabase: CommandSpec = {
  fields: [],
  inTransaction: 'refused',
  async run(context) {
    const { db, store } = context;
    await dropAll(
      context,
      store.catalog.all().filter((collection) => collection.db === db),
    );
    return { dropped: db };
  },
};

export const listCollections: CommandSpec = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  inTransaction: 'refused',
  run({ command, store, db }) {
    checkCursorOption(command);
    const nameOnly = flag(command, 'nameOnly');
    const rows = store.catalog
      .all()
      .filter((collection) => collection.db === db)
      .map((collection) => ({
        name: collection.name,
        type: 'collection',
        ...(!nameOnly && {
          options: {},
          info: { readOnly: false },
          idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
        }),
      }));
    const filter = compileFilter(optionalDocument(command, 'filter') ?? {});
    const docs = rows.filter((row) => filter.matches(row)).map(encode);
    return cursorReply('firstBatch', `${db}.$cmd.listCollections`, Long.ZERO, docs);
  },
};

/** Lists are short: they always come whole in the first batch, whatever batch size was asked. */
export function checkCursorOption(command: Document): void {
  const cursor = optionalDocument(command, 'cursor');
  for (const field of Object.keys(cursor ?? {})) {
    if (field !== 'batchSize') throw notAvailable(72, 'InvalidOptions', `cursor.${field}`);
  }
}

export const listDatabases: CommandSpec = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  inTransaction: 'refused',
  run({ command, store }) {
    const names = [...new Set(store.catalog.all().map((collection) => collection.db))].sort();
    const filter = compileFilter(asDocument('filter', command.filter ?? {}));
    const nameOnly = flag(command, 'nameOnly');
    const databases = names
      .map((name) => ({ name, ...(!nameOnly && { sizeOnDisk: 0, empty: false }) }))
      .filter((row) => filter.matches(row));
    return { databases, ...(!nameOnly && { totalSize: 0, totalSizeMb: 0 }) };
  },
};
