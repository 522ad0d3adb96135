import { mongo } from 'mongoose';
import type { StoreSession } from './in-transaction.ts';

type Where = Readonly<Record<string, unknown>>;

/** What every stored document has. */
interface StoredLike {
  _id: string;
  rev: number;
}

/** One write of one document in the collection it names. */
export type Write =
  | { insert: string; document: StoredLike }
  | { replace: string; where: Where; document: StoredLike }
  | { set: string; where: Where; fields: Where }
  | { remove: string; where: Where };

/** A write the store refused, with the store's number for the reason. */
class WriteRefused extends Error {
  override name = 'WriteRefused';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Carries writes out in order, within the session's transaction; answers how many documents the replacements, changes and
 * removals found. `acrossCollections`: all in one command, as stores from MongoDB 8.0 on take them; else one command per
 * collection.
 */
export async function writeAll(
  db: mongo.Db,
  session: StoreSession,
  writes: readonly Write[],
  acrossCollections: boolean,
): Promise<number> {
  if (writes.length === 0) return 0;
  return acrossCollections ? atOnce(db, session, writes) : byCollection(db, session, writes);
}

async function atOnce(db: mongo.Db, session: StoreSession, writes: readonly Write[]): Promise<number> {
  const models = writes.map((write) => {
    const { collection, operation } = read(write);
    const [name, value] = Object.entries(operation)[0]!;
    return { namespace: `${db.databaseName}.${collection}`, name, ...value };
  });
  try {
    const done = await db.client.bulkWrite(models as never, { session, ordered: true });
    return done.matchedCount + done.deletedCount;
  } catch (error) {
    if (!(error instanceof mongo.MongoClientBulkWriteError)) throw error;
    // What the store said of the command as a whole, labels and all, or of the first write it refused.
    if (error.cause !== undefined) throw error.cause;
    const [refused] = error.writeErrors.values();
    throw refused === undefined ? error : new WriteRefused(refused.code, refused.message);
  }
}

async function byCollection(db: mongo.Db, session: StoreSession, writes: readonly Write[]): Promise<number> {
  const groups = new Map<string, object[]>();
  for (const write of writes) {
    const { collection, operation } = read(write);
    const group = groups.get(collection);
    if (group === undefined) groups.set(collection, [operation]);
    else group.push(operation);
  }
  let found = 0;
  for (const [name, operations] of groups) {
    const done = await db.collection(name).bulkWrite(operations as never, { session, ordered: true });
    found += done.matchedCount + done.deletedCount;
  }
  return found;
}

/** The driver's words for a write, and where it goes. */
function read(write: Write): { collection: string; operation: Record<string, object> } {
  if ('insert' in write)
    return { collection: write.insert, operation: { insertOne: { document: write.document } } };
  if ('replace' in write) {
    const { where: filter, document: replacement } = write;
    return { collection: write.replace, operation: { replaceOne: { filter, replacement } } };
  }
  if ('set' in write) {
    const { where: filter, fields } = write;
    return { collection: write.set, operation: { updateOne: { filter, update: { $set: fields } } } };
  }
  return { collection: write.remove, operation: { deleteOne: { filter: write.where } } };
}
