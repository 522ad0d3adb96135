import { StoreError } from '../errors.ts';
import { batchReply, runBatch } from './batch.ts';
import { existing } from './collection-of.ts';
import type { CommandSpec } from './command.ts';
import { asDocument, checkStatement, flag, optionalCount, requiredList } from './fields.ts';
import { DeleteStatement } from './delete.statement.ts';
import { checkBatchSize } from './insert.command.ts';
import { refuseNumberedMulti } from './update.command.ts';

function shapeOf(statement: unknown) {
  const fields = checkStatement('a delete', statement, ['q', 'limit']);
  const limit = optionalCount(fields, 'limit');
  if (limit !== 0 && limit !== 1) {
    throw new StoreError(
      9,
      'FailedToParse',
      `The limit field in delete objects must be 0 or 1. Got ${limit}`,
    );
  }
  return { filter: asDocument('q', fields.q), multi: limit === 0 };
}

export const remove: CommandSpec = {
  fields: ['deletes', 'ordered'],
  inTransaction: 'allowed',
  retryable: true,
  async run(context) {
    const { command } = context;
    const shapes = requiredList(command, 'deletes').map(shapeOf);
    checkBatchSize(shapes.length);
    for (const { multi } of shapes) refuseNumberedMulti(context, multi);
    const collection = existing(context);
    if (!collection)
      return batchReply(context, { next: 0, n: 0, modified: 0, upserted: [], errors: [] }, { n: 0 });
    const progress = await runBatch(
      context,
      shapes.length,
      flag(command, 'ordered', true),
      (i) => new DeleteStatement(collection, shapes[i]!.filter, shapes[i]!.multi),
    );
    return batchReply(context, progress, { n: progress.n });
  },
};
