import { Long, type Document } from 'bson';
import { StoreError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { decodeBeside, encode } from '../wire/raw-bson.ts';
import { runBatch, type Progress, type Statement } from './batch.ts';
import { forWriting } from './collection-of.ts';
import type { CommandSpec, Context } from './command.ts';
import { writeConcernError } from './concerns.ts';
import { DeleteStatement } from './delete.statement.ts';
import { asDocument, checkStatement, flag, numberOf, optionalDocument, requiredList } from './fields.ts';
import { checkBatchSize } from './insert.command.ts';
import { InsertStatement } from './insert.statement.ts';
import { asArrayFilters, asUpdate, refuseNumberedMulti } from './update.command.ts';
import { UpdateStatement } from './update.statement.ts';

type Kind = 'insert' | 'update' | 'delete';

/** One operation, read and ready to run. */
interface Operation {
  kind: Kind;
  make(): Statement;
}

/** Reads one operation; the first field names its kind and, by position in `nsInfo`, its collection. */
function operationOf(context: Context, op: unknown, collections: readonly Collection[]): Operation {
  const { fields, raw: document } =
    op instanceof Uint8Array ? decodeBeside(op, 'document') : { fields: asDocument('ops', op) };
  const kind = Object.keys(fields)[0] ?? '';
  const collection = collections[numberOf(fields[kind]) ?? -1];
  if (!collection)
    throw new StoreError(2, 'BadValue', `BulkWrite ops entry ${kind} has an invalid nsInfo index.`);
  switch (kind) {
    case 'insert': {
      checkStatement('a bulkWrite insert', fields, ['insert', 'document']);
      const bytes = document ?? encode(asDocument('document', fields.document));
      return { kind, make: () => new InsertStatement(collection, bytes) };
    }
    case 'update': {
      checkStatement('a bulkWrite update', fields, [
        'update',
        'filter',
        'updateMods',
        'multi',
        'upsert',
        'arrayFilters',
        'sort',
      ]);
      const shape = {
        filter: asDocument('filter', fields.filter),
        update: asUpdate('updateMods', fields.updateMods),
        multi: flag(fields, 'multi'),
        upsert: flag(fields, 'upsert'),
        arrayFilters: asArrayFilters(fields),
        sort: optionalDocument(fields, 'sort'),
      };
      refuseNumberedMulti(context, shape.multi);
      return { kind, make: () => new UpdateStatement(collection, shape) };
    }
    case 'delete': {
      checkStatement('a bulkWrite delete', fields, ['delete', 'filter', 'multi']);
      const filter = asDocument('filter', fields.filter);
      const multi = flag(fields, 'multi');
      refuseNumberedMulti(context, multi);
      return { kind, make: () => new DeleteStatement(collection, filter, multi) };
    }
    default:
      throw new StoreError(9, 'FailedToParse', `Unrecognized bulkWrite operation '${kind}'`);
  }
}

async function collectionsOf(context: Context): Promise<Collection[]> {
  const collections: Collection[] = [];
  for (const entry of requiredList(context.command, 'nsInfo')) {
    const ns = checkStatement('nsInfo', entry, ['ns']).ns as unknown;
    const dot = typeof ns === 'string' ? ns.indexOf('.') : -1;
    if (typeof ns !== 'string' || dot < 1) {
      throw new StoreError(
        73,
        'InvalidNamespace',
        `Invalid namespace specified for bulkWrite: '${String(ns)}'`,
      );
    }
    collections.push(await forWriting(context, ns.slice(dot + 1), ns.slice(0, dot)));
  }
  return collections;
}

/** What each operation did, one row each; with `errorsOnly` the failed ones alone. */
function rowsOf(progress: Progress, errorsOnly: boolean, ops: readonly Operation[]): Document[] {
  const errors = new Map(progress.errors.map((error) => [error.index, error]));
  return (progress.effects ?? []).flatMap((effect, i): Document[] => {
    const error = errors.get(i);
    if (error) {
      const { code, errmsg, keyPattern, keyValue } = error;
      return [{ ok: 0, idx: i, code, errmsg, n: 0, ...(keyPattern && { keyPattern, keyValue }) }];
    }
    if (errorsOnly || !effect) return [];
    const isUpdate = ops[i]!.kind === 'update';
    return [
      {
        ok: 1,
        idx: i,
        n: effect.n,
        ...(isUpdate && { nModified: effect.modified ?? 0 }),
        ...(Object.hasOwn(effect, 'upserted') && { upserted: { _id: effect.upserted } }),
      },
    ];
  });
}

/** The sums of a bulkWrite reply. */
function sumsOf(progress: Progress, ops: readonly Operation[]): Document {
  const sums = {
    nErrors: progress.errors.length,
    nInserted: 0,
    nMatched: 0,
    nModified: 0,
    nUpserted: 0,
    nDeleted: 0,
  };
  (progress.effects ?? []).forEach((effect, i) => {
    if (!effect) return;
    const { kind } = ops[i]!;
    const { n } = effect;
    if (kind === 'insert') sums.nInserted += n;
    else if (kind === 'delete') sums.nDeleted += n;
    else if (Object.hasOwn(effect, 'upserted')) sums.nUpserted += 1;
    else {
      sums.nMatched += n;
      sums.nModified += effect.modified ?? 0;
    }
  });
  return sums;
}

/** The `bulkWrite` command of the admin database, which `client.bulkWrite` sends. All rows come in the first batch. */
export const bulkWrite: CommandSpec = {
  fields: ['ops', 'nsInfo', 'errorsOnly', 'ordered', 'cursor'],
  inTransaction: 'allowed',
  retryable: true,
  async run(context) {
    const { command } = context;
    const listed = requiredList(command, 'ops');
    checkBatchSize(listed.length);
    const collections = await collectionsOf(context);
    const ops = listed.map((op) => operationOf(context, op, collections));
    const ordered = flag(command, 'ordered', true);
    const progress = await runBatch(context, ops.length, ordered, (i) => ops[i]!.make(), true);
    const concern = writeConcernError(command);
    const firstBatch = rowsOf(progress, flag(command, 'errorsOnly'), ops);
    return {
      cursor: { id: Long.ZERO, firstBatch, ns: 'admin.$cmd.bulkWrite' },
      ...sumsOf(progress, ops),
      ...(concern && { writeConcernError: concern }),
    };
  },
};
