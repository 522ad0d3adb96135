import type { Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { batchReply, runBatch } from './batch.ts';
import { forWriting } from './collection-of.ts';
import type { CommandSpec, Context } from './command.ts';
import {
  asDocument,
  checkStatement,
  collectionName,
  flag,
  optionalDocument,
  requiredList,
} from './fields.ts';
import { checkBatchSize } from './insert.command.ts';
import { UpdateStatement, type UpdateShape } from './update.statement.ts';

/** The update part of a statement. Throws when it is a pipeline. */
export function asUpdate(field: string, value: unknown): Document {
  if (Array.isArray(value)) throw notAvailable(9, 'FailedToParse', 'an update written as a pipeline');
  return asDocument(field, value);
}

export function asArrayFilters(command: Document): Document[] | undefined {
  if (command.arrayFilters === undefined) return undefined;
  return requiredList(command, 'arrayFilters').map((filter) => asDocument('arrayFilters', filter));
}

/** A statement over many documents cannot be told apart from its repetition: it takes no retry number. */
export function refuseNumberedMulti({ txnNumber, transaction }: Context, multi: boolean): void {
  if (multi && txnNumber !== undefined && !transaction) {
    throw new StoreError(
      72,
      'InvalidOptions',
      'Cannot use retryable writes with a statement over many documents',
    );
  }
}

function shapeOf(statement: unknown): UpdateShape {
  const fields = checkStatement('an update', statement, [
    'q',
    'u',
    'multi',
    'upsert',
    'arrayFilters',
    'sort',
  ]);
  return {
    filter: asDocument('q', fields.q),
    update: asUpdate('u', fields.u),
    multi: flag(fields, 'multi'),
    upsert: flag(fields, 'upsert'),
    arrayFilters: asArrayFilters(fields),
    sort: optionalDocument(fields, 'sort'),
  };
}

export const update: CommandSpec = {
  fields: ['updates', 'ordered'],
  inTransaction: 'allowed',
  retryable: true,
  async run(context) {
    const { command } = context;
    const updates = requiredList(command, 'updates');
    checkBatchSize(updates.length);
    const shapes = updates.map(shapeOf);
    for (const { multi } of shapes) refuseNumberedMulti(context, multi);
    const collection = await forWriting(context, collectionName('update', command));
    const progress = await runBatch(
      context,
      shapes.length,
      flag(command, 'ordered', true),
      (i) => new UpdateStatement(collection, shapes[i]!),
    );
    const { n, modified, upserted } = progress;
    return batchReply(context, progress, {
      n,
      nModified: modified,
      ...(upserted.length > 0 && { upserted }),
    });
  },
};
