import type { Collection } from '../storage/collection.ts';
import type { Context } from './command.ts';
import { collectionName } from './fields.ts';

/** The collection a command names, when it exists. */
export function existing(context: Context): Collection | undefined {
  return context.store.catalog.find(`${context.db}.${collectionName(context.name, context.command)}`);
}

/**
 * The collection a write names, made when it is not there. In a transaction too it is made at once and stays, empty, when the
 * transaction aborts.
 */
export async function forWriting(context: Context, name: string, db = context.db): Promise<Collection> {
  const { catalog, engine } = context.store;
  return catalog.find(`${db}.${name}`) ?? (await engine.run(() => catalog.create(db, name)));
}
