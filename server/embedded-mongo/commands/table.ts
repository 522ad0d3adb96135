import { aggregate } from './aggregate.command.ts';
import { bulkWrite } from './bulk-write.command.ts';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.command.ts';
import type { CommandSpec } from './command.ts';
import { count, distinct } from './count.command.ts';
import { remove } from './delete.command.ts';
import { findAndModify } from './find-and-modify.command.ts';
import { find, getMore, killCursors } from './find.command.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.command.ts';
import { insert } from './insert.command.ts';
import { buildInfo, endSessions, hello, ping } from './server.command.ts';
import { abortTransaction, commitTransaction } from './transactions.command.ts';
import { update } from './update.command.ts';

/** Every command the store carries out, by the name a client sends. */
export const COMMANDS: ReadonlyMap<string, CommandSpec> = new Map(
  Object.entries({
    hello,
    isMaster: hello,
    ismaster: hello,
    ping,
    buildInfo,
    buildinfo: buildInfo,
    endSessions,
    create,
    drop,
    dropDatabase,
    listCollections,
    listDatabases,
    createIndexes,
    dropIndexes,
    listIndexes,
    insert,
    update,
    delete: remove,
    findAndModify,
    findandmodify: findAndModify,
    bulkWrite,
    find,
    getMore,
    killCursors,
    aggregate,
    count,
    distinct,
    commitTransaction,
    abortTransaction,
  }),
);

/** Commands a MongoDB server has and the store leaves out (115); any other unknown name is 59. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'authenticate',
  'collMod',
  'collStats',
  'compact',
  'connectionStatus',
  'convertToCapped',
  'createSearchIndexes',
  'createUser',
  'currentOp',
  'dataSize',
  'dbHash',
  'dbStats',
  'explain',
  'fsync',
  'getClusterParameter',
  'getCmdLineOpts',
  'getLog',
  'getParameter',
  'hostInfo',
  'killAllSessions',
  'killOp',
  'killSessions',
  'listCommands',
  'logout',
  'mapReduce',
  'profile',
  'refreshSessions',
  'reIndex',
  'renameCollection',
  'replSetGetConfig',
  'replSetGetStatus',
  'rolesInfo',
  'saslContinue',
  'saslStart',
  'serverStatus',
  'setParameter',
  'shutdown',
  'startSession',
  'top',
  'usersInfo',
  'validate',
]);
