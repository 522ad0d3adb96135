import { Long, ObjectId, Timestamp, type Document } from 'bson';
import { SET_NAME } from '../identity.ts';
import { SESSION_MINUTES, sessionText } from '../session/retry.ts';
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES, MAX_WRITE_BATCH } from '../wire/limits.ts';
import type { CommandSpec, Context } from './command.ts';
import { requiredList } from './fields.ts';

const ELECTION = new ObjectId('7fffffff0000000000000001');
const VERSION = '8.0.0';

function greeting({ identity, connectionId, store, name }: Context): Document {
  const me = `${identity.host}:${identity.port}`;
  const now = new Date();
  const opTime = {
    ts: new Timestamp({ t: Math.floor(now.getTime() / 1_000), i: 1 }),
    t: Long.fromNumber(1),
  };
  return {
    ...(name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
    helloOk: true,
    setName: SET_NAME,
    setVersion: 1,
    hosts: [me],
    me,
    primary: me,
    secondary: false,
    electionId: ELECTION,
    lastWrite: {
      opTime,
      lastWriteDate: now,
      majorityOpTime: opTime,
      majorityWriteDate: now,
    },
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: now,
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 25,
    readOnly: store.closing,
  };
}

/**
 * `hello` and its older spellings. A driver announces here what it is and can do, and newer ones announce more: that is no
 * request, so any field may come. `topologyVersion` is left out of the answer, so that the driver asks again instead of
 * waiting.
 */
export const hello: CommandSpec = { fields: 'any', inTransaction: 'allowed', run: greeting };

export const ping: CommandSpec = { fields: [], inTransaction: 'allowed', run: () => ({}) };

export const buildInfo: CommandSpec = {
  fields: [],
  inTransaction: 'allowed',
  run: () => ({
    version: VERSION,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  }),
};

export const endSessions: CommandSpec = {
  fields: [],
  inTransaction: 'allowed',
  async run({ command, store }) {
    const ids = requiredList(command, 'endSessions').map(sessionText);
    await store.sessions.end(ids.filter((id) => id !== undefined));
    return {};
  },
};
