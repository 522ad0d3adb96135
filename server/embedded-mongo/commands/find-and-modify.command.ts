import type { Document } from 'bson';
import { StoreError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import type { Writer } from '../storage/view.ts';
import { documentField, documentOf, elementsOf } from '../wire/raw-bson.ts';
import { runBatch, type Effect, type Progress, type Statement } from './batch.ts';
import { forWriting } from './collection-of.ts';
import type { CommandSpec, Context, Reply } from './command.ts';
import { writeConcernError } from './concerns.ts';
import { DeleteStatement } from './delete.statement.ts';
import { collectionName, flag, optionalDocument } from './fields.ts';
import { projecting } from './find.command.ts';
import { asArrayFilters, asUpdate } from './update.command.ts';
import { UpdateStatement } from './update.statement.ts';

/** Adds to a statement the document the client wants back. */
function giving(statement: Statement, value: () => Uint8Array | null | undefined): Statement {
  return {
    step(writer: Writer): Effect | undefined {
      const effect = statement.step(writer);
      return effect && { ...effect, value: value() ?? undefined };
    },
    found: (records) => statement.found(records),
  };
}

function statementOf(collection: Collection, command: Document): Statement {
  const filter = optionalDocument(command, 'query') ?? {};
  const sort = optionalDocument(command, 'sort');
  if (flag(command, 'remove')) {
    if (command.update !== undefined || flag(command, 'new') || flag(command, 'upsert')) {
      throw new StoreError(9, 'FailedToParse', 'Cannot specify remove together with update, new or upsert');
    }
    const statement = new DeleteStatement(collection, filter, false, sort);
    return giving(statement, () => statement.removed);
  }
  if (command.update === undefined) {
    throw new StoreError(9, 'FailedToParse', 'Either an update or remove=true must be specified');
  }
  const statement = new UpdateStatement(collection, {
    filter,
    sort,
    update: asUpdate('update', command.update),
    multi: false,
    upsert: flag(command, 'upsert'),
    arrayFilters: asArrayFilters(command),
  });
  const after = flag(command, 'new');
  return giving(statement, () => (after ? statement.touched?.after : statement.touched?.before));
}

/** Compiled before anything is written, so that a wrong one is refused in time. */
function projectionOf(command: Document): ((bytes: Uint8Array) => Uint8Array) | undefined {
  return projecting(optionalDocument(command, 'fields'), optionalDocument(command, 'query') ?? {});
}

function replyOf(context: Context, progress: Progress): Reply {
  const { command } = context;
  const [error] = progress.errors;
  if (error) {
    const { code, errmsg, keyPattern, keyValue } = error;
    throw new StoreError(code, error.codeName, errmsg, { keyPattern, keyValue });
  }
  const concern = writeConcernError(command);
  const removed = flag(command, 'remove');
  const [upserted] = progress.upserted;
  const last: Document = { n: progress.n };
  if (!removed) last.updatedExisting = progress.n > 0 && !upserted;
  if (upserted) last.upserted = upserted._id;
  const project = projectionOf(command);
  const value = progress.value && project ? project(progress.value) : progress.value;
  return documentOf([
    elementsOf({ lastErrorObject: last }),
    value ? documentField('value', value) : elementsOf({ value: null }),
    elementsOf({ ...(concern && { writeConcernError: concern }), ok: 1 }),
  ]);
}

export const findAndModify: CommandSpec = {
  fields: ['query', 'sort', 'update', 'remove', 'new', 'upsert', 'fields', 'arrayFilters'],
  inTransaction: 'allowed',
  retryable: true,
  async run(context) {
    const { command } = context;
    const collection = await forWriting(context, collectionName(context.name, command));
    projectionOf(command);
    return replyOf(context, await runBatch(context, 1, true, () => statementOf(collection, command)));
  },
};
