import type { Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { sessionText } from '../session/retry.ts';
import type { Connection } from '../session/sessions.ts';
import type { Store } from '../store.ts';
import { encode } from '../wire/raw-bson.ts';
import type { CommandSpec, Context, Identity, Reply } from './command.ts';
import { checkReadConcern, checkReadPreference } from './concerns.ts';
import type { FailPoints } from './fail-points.ts';
import { checkFields, flag, numberOf, optionalCount } from './fields.ts';
import { COMMANDS, LEFT_OUT } from './table.ts';

/** What the commands work with, the same for all connections. */
export interface Service {
  store: Store;
  identity: Identity;
  failPoints: FailPoints | undefined;
  /** Told of failures that are no refusals: they are faults of the store. */
  onError: (text: string) => void;
}

/** Where a request came from. */
export interface Caller {
  connection: Connection;
  connectionId: number;
}

/** The bytes of the reply, or 'close' when the connection is to be cut instead. */
export async function dispatch(
  service: Service,
  caller: Caller,
  body: Document,
): Promise<Uint8Array | 'close'> {
  const name = Object.keys(body)[0] ?? '';
  try {
    const injected = name === 'configureFailPoint' ? undefined : await service.failPoints?.take(name);
    if (injected && !injected.after) {
      if (injected.closeConnection) return 'close';
      if (injected.error) throw injected.error;
    }
    const reply = await execute(service, caller, name, body);
    if (injected?.after && injected.closeConnection) return 'close';
    if (injected?.after && injected.error) throw injected.error;
    if (reply instanceof Uint8Array) return reply;
    if (injected?.writeConcernError) reply.writeConcernError = injected.writeConcernError;
    reply.ok = 1;
    return encode(reply);
  } catch (error) {
    return encode(errorReply(service, name, error));
  }
}

function errorReply(service: Service, name: string, error: unknown): Document {
  if (!(error instanceof StoreError)) {
    service.onError(`${name} failed: ${(error as Error).stack ?? String(error)}`);
    return { ok: 0, code: 1, codeName: 'InternalError', errmsg: `${name} failed in the embedded store` };
  }
  const { code, codeName, message, labels, keyPattern, keyValue } = error;
  return {
    ok: 0,
    errmsg: message,
    code,
    codeName,
    ...(labels && labels.length > 0 && { errorLabels: labels }),
    ...(keyPattern && { keyPattern }),
    ...(keyValue && { keyValue }),
  };
}

function specOf(service: Service, name: string): CommandSpec {
  const spec = COMMANDS.get(name);
  if (spec) return spec;
  if (name === 'configureFailPoint' && service.failPoints) return service.failPoints.command;
  if (LEFT_OUT.has(name)) throw notAvailable(115, 'CommandNotSupported', `command ${name}`);
  throw notAvailable(59, 'CommandNotFound', `command '${name}'`);
}

async function execute(service: Service, caller: Caller, name: string, body: Document): Promise<Reply> {
  const spec = specOf(service, name);
  if (service.store.closing) {
    throw new StoreError(91, 'ShutdownInProgress', 'the embedded store is shutting down', {
      labels: ['RetryableWriteError'],
    });
  }
  const context = contextOf(service, caller, name, body);
  const { session, txnNumber } = context;
  if (body.autocommit !== undefined) return inTransaction(spec, context, caller);
  checkCommand(spec, context);
  if (txnNumber !== undefined && (session === undefined || !spec.retryable)) {
    throw new StoreError(
      50768,
      'NotARetryableWriteCommand',
      'txnNumber may only be provided for multi-document transactions and retryable write commands',
    );
  }
  return spec.run(context);
}

function contextOf({ store, identity }: Service, caller: Caller, name: string, body: Document): Context {
  const db = body.$db as unknown;
  if (typeof db !== 'string' || db === '')
    throw new StoreError(73, 'InvalidNamespace', 'a command needs $db');
  const maxTime = optionalCount(body, 'maxTimeMS') ?? 0;
  const session = body.lsid === undefined ? undefined : sessionText(body.lsid);
  if (body.lsid !== undefined && session === undefined) {
    throw new StoreError(72, 'InvalidOptions', 'lsid must be { id: UUID }');
  }
  // Written out: copying with a spread costs more than all the rest of a small command.
  return {
    connection: caller.connection,
    connectionId: caller.connectionId,
    store,
    identity,
    db,
    name,
    command: body,
    session,
    txnNumber: body.txnNumber === undefined ? undefined : numberOf(body.txnNumber),
    transaction: undefined,
    deadline: maxTime > 0 ? performance.now() + maxTime : Infinity,
  };
}

function checkCommand(spec: CommandSpec, { name, command, transaction }: Context): void {
  if (spec.fields !== 'any') checkFields(name, command, spec.fields);
  checkReadConcern(command, transaction !== undefined);
  checkReadPreference(command);
}

/** Runs a command of a transaction behind those before it. Any error ends the transaction. */
function inTransaction(spec: CommandSpec, context: Context, { connection }: Caller): Promise<Reply> {
  const { session, txnNumber: number, command, name } = context;
  const { sessions } = context.store;
  if (command.autocommit !== false || session === undefined || number === undefined) {
    throw new StoreError(72, 'InvalidOptions', 'a transaction needs lsid, txnNumber and autocommit: false');
  }
  return sessions.inTurn(session, async () => {
    if (spec.inTransaction === 'ends') {
      checkCommand(spec, context);
      return spec.run(context);
    }
    const transaction = flag(command, 'startTransaction')
      ? sessions.begin(session, number, connection)
      : sessions.continue(session, number, connection);
    try {
      if (spec.inTransaction === 'refused') {
        throw new StoreError(
          263,
          'OperationNotSupportedInTransaction',
          `Cannot run '${name}' in a multi-document transaction; set MONGODB_URI to use a MongoDB server if you need it.`,
        );
      }
      context.transaction = transaction;
      checkCommand(spec, context);
      const reply = await transaction.during(() => spec.run(context));
      const failed = !(reply instanceof Uint8Array) && Array.isArray(reply.writeErrors);
      if (failed) sessions.abort(session, number);
      else if (transaction.state !== 'open') sessions.continue(session, number, connection);
      return reply;
    } catch (error) {
      sessions.abort(session, number);
      throw error;
    }
  });
}
