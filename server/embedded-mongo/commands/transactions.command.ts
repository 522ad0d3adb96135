import { StoreError } from '../errors.ts';
import { noSuchTransaction } from '../session/transaction.ts';
import type { CommandSpec, Context } from './command.ts';
import { writeConcernError } from './concerns.ts';

function numbered({ session, txnNumber, command }: Context): { session: string; number: number } {
  if (session === undefined || txnNumber === undefined || command.autocommit !== false) {
    throw new StoreError(
      72,
      'InvalidOptions',
      'ending a transaction needs lsid, txnNumber and autocommit: false',
    );
  }
  return { session, number: txnNumber };
}

export const commitTransaction: CommandSpec = {
  fields: ['recoveryToken'],
  inTransaction: 'ends',
  async run(context) {
    const { session, number } = numbered(context);
    const { sessions, writer } = context.store;
    const concern = writeConcernError(context.command);
    await sessions.commit(session, number, writer);
    return concern ? { writeConcernError: concern } : {};
  },
};

export const abortTransaction: CommandSpec = {
  fields: ['recoveryToken'],
  inTransaction: 'ends',
  run(context) {
    const { session, number } = numbered(context);
    if (!context.store.sessions.abort(session, number)) throw noSuchTransaction();
    return {};
  },
};
