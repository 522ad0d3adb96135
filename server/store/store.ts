import mongoose, { type ClientSession, type Connection } from 'mongoose';
import type { StoredDocument } from '../door/handler.ts';
import { inTransaction, isDuplicate, type TransactionStats } from './in-transaction.ts';
import { migrate } from './migrations.ts';
import type { Model } from './model.ts';
import { readAll, type Question } from './read-all.ts';
import { StoreClock } from './store-clock.ts';
import { writeAll, type Write } from './write-all.ts';

// Rejects operator objects that came from a client where a value was expected; our own filters are marked as trusted.
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');

/** A store that cannot be used, with the reason and the cure. */
export class StoreError extends Error {
  override name = 'StoreError';
}

type Collection = ReturnType<NonNullable<Connection['db']>['collection']>;

/** The wire version from which a store takes writes of several collections in one command: MongoDB 8.0. */
const writesAcrossCollections = 25;

/** The one database of the company. */
export class Store {
  readonly clock: StoreClock;
  readonly connection: Connection;
  private acrossCollections = false;

  private constructor(connection: Connection) {
    this.connection = connection;
    this.clock = new StoreClock(async () => {
      const hello = await this.database().admin().command({ hello: 1 });
      return hello.localTime as Date;
    });
  }

  /** Connects, refuses a standalone server, runs migrations, makes collections and indexes. */
  static async connect(uri: string, models: readonly Model[]): Promise<Store> {
    const connection = await mongoose
      .createConnection(uri, {
        maxPoolSize: 20,
        retryWrites: true,
        writeConcern: { w: 'majority', journal: true },
        readPreference: 'primary',
        serverSelectionTimeoutMS: 10_000,
        autoIndex: false,
        autoCreate: false,
      })
      .asPromise();
    const store = new Store(connection);
    try {
      await store.lookAtServer();
      await migrate(store);
      await store.build(models);
      await store.clock.start();
    } catch (error) {
      await connection.close();
      throw error;
    }
    return store;
  }

  database(): NonNullable<Connection['db']> {
    const { db } = this.connection;
    if (db === undefined) throw new StoreError('The store is not connected.');
    return db;
  }

  /** The driver's own collection, for lean reads and writes. */
  collection(name: string): Collection {
    return this.database().collection(name);
  }

  inTransaction<Result>(
    body: (session: ClientSession, attempt: number) => Promise<Result>,
    stats?: TransactionStats,
  ): Promise<Result> {
    return inTransaction(this.connection, body, stats);
  }

  /** Answers questions to several collections at once within the session's transaction, in their order. */
  async readAll(session: ClientSession, questions: readonly Question[]): Promise<StoredDocument[][]> {
    return (await readAll(this.database(), session, questions)) as StoredDocument[][];
  }

  /** Carries writes out in order within the session's transaction; answers how many existing documents they found. */
  writeAll(session: ClientSession, writes: readonly Write[]): Promise<number> {
    return writeAll(this.database(), session, writes, this.acrossCollections);
  }

  async close(): Promise<void> {
    this.clock.stop();
    await this.connection.close();
  }

  /** Refuses a standalone server and notes what this one can do. */
  private async lookAtServer(): Promise<void> {
    const hello = await this.database().admin().command({ hello: 1 });
    this.acrossCollections = Number(hello.maxWireVersion) >= writesAcrossCollections;
    if (hello.setName !== undefined || hello.msg === 'isdbgrid') return;
    throw new StoreError(
      'MONGODB_URI names a standalone MongoDB server, which has no transactions. Start it as a replica set (one member is enough: --replSet rs0, then rs.initiate()), or unset MONGODB_URI to use the embedded store.',
    );
  }

  private async build(models: readonly Model[]): Promise<void> {
    const existing = new Set((await this.database().listCollections().toArray()).map(({ name }) => name));
    for (const { name, schema } of models) {
      const model = this.connection.model(name, schema);
      if (!existing.has(name)) await model.createCollection();
      await model.createIndexes();
    }
  }
}

export interface RecordsPort<Document extends { _id: string }> {
  byId(id: string): Promise<Document | null>;
  byIds(ids: readonly string[]): Promise<Document[]>;
  find(
    where: Readonly<Record<string, unknown>>,
    options?: { sort?: Record<string, 1 | -1>; limit?: number },
  ): Promise<Document[]>;
  insert(document: Document): Promise<boolean>;
  set(id: string, fields: Partial<Omit<Document, '_id'>>): Promise<void>;
}

/** Plain reads of one collection, and the few writes that are no business change (sign-ins, heartbeats, roll-ups). */
export function records<Document extends { _id: string }>(store: Store, name: string): RecordsPort<Document> {
  const collection = store.collection(name);
  const own = (id: string): Record<string, unknown> => ({ _id: id });
  return {
    byId: async (id) => (await collection.findOne(own(id))) as unknown as Document | null,
    byIds: async (ids) =>
      ids.length === 0
        ? []
        : ((await collection.find({ _id: { $in: ids } } as never).toArray()) as unknown as Document[]),
    find: async (where, { sort, limit = 1000 } = {}) => {
      const cursor = collection.find(where);
      if (sort !== undefined) cursor.sort(sort);
      return (await cursor.limit(limit).toArray()) as unknown as Document[];
    },
    insert: async (document) => {
      try {
        await collection.insertOne(document as never);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    set: async (id, fields) => {
      await collection.updateOne(own(id), { $set: fields });
    },
  };
}

export type { StoredDocument };
