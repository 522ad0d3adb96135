import { StoreError } from '../errors.ts';
import { MAX_WRITE_BATCH } from '../wire/limits.ts';
import { batchReply, runBatch } from './batch.ts';
import { forWriting } from './collection-of.ts';
import type { CommandSpec } from './command.ts';
import { collectionName, flag, requiredList } from './fields.ts';
import { InsertStatement } from './insert.statement.ts';

/** Statements of a batch. Throws InvalidLength (16) when there are none or too many. */
export function checkBatchSize(count: number): void {
  if (count < 1 || count > MAX_WRITE_BATCH) {
    throw new StoreError(
      16,
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${count} operations.`,
    );
  }
}

export const insert: CommandSpec = {
  fields: ['documents', 'ordered'],
  inTransaction: 'allowed',
  retryable: true,
  async run(context) {
    const { command } = context;
    const documents = requiredList(command, 'documents') as Uint8Array[];
    checkBatchSize(documents.length);
    const collection = await forWriting(context, collectionName('insert', command));
    const progress = await runBatch(
      context,
      documents.length,
      flag(command, 'ordered', true),
      (i) => new InsertStatement(collection, documents[i]!),
    );
    return batchReply(context, progress, { n: progress.n });
  },
};
