import type { CommandStartedEvent } from 'mongodb';
import type { Store } from '../../server/store/store.ts';

/** One write the store was asked for. */
export interface SeenWrite {
  collection: string;
  /** `insert`, `update` or `delete`. */
  kind: string;
  /** Fields an update sets; empty for a replacement. */
  fields: string[];
  /** The transaction it belongs to; null outside of any. */
  transaction: string | null;
}

/** Notes every write of a store whose address says `monitorCommands=true`. */
export function watchWrites(store: Store): SeenWrite[] {
  const seen: SeenWrite[] = [];
  store.connection.getClient().on('commandStarted', (event: CommandStartedEvent) => {
    const command = event.command as Record<string, any>;
    const transaction =
      command.autocommit === false ? `${JSON.stringify(command.lsid)} ${command.txnNumber}` : null;
    for (const write of writesOf(event.commandName, command)) seen.push({ ...write, transaction });
  });
  return seen;
}

type Write = Omit<SeenWrite, 'transaction'>;

function writesOf(name: string, command: Record<string, any>): Write[] {
  const collection = String(command[name]);
  switch (name) {
    case 'insert':
      return (command.documents as object[]).map(() => ({ collection, kind: 'insert', fields: [] }));
    case 'update':
      return command.updates.map(({ u }: { u: object }) => ({
        collection,
        kind: 'update',
        fields: setFields(u),
      }));
    case 'delete':
      return command.deletes.map(() => ({ collection, kind: 'delete', fields: [] }));
    case 'findAndModify':
      return [{ collection, kind: 'update', fields: setFields(command.update ?? {}) }];
    case 'bulkWrite':
      return command.ops.map((op: Record<string, any>) => bulkWrite(op, command.nsInfo));
    default:
      return [];
  }
}

function bulkWrite(op: Record<string, any>, spaces: { ns: string }[]): Write {
  const kind = ['insert', 'update', 'delete'].find((name) => name in op)!;
  const space = spaces[op[kind]]!.ns;
  const collection = space.slice(space.indexOf('.') + 1);
  return { collection, kind, fields: kind === 'update' ? setFields(op.updateMods) : [] };
}

function setFields(update: object): string[] {
  const { $set = {}, $inc = {} } = update as { $set?: object; $inc?: object };
  return [...Object.keys($set), ...Object.keys($inc)].filter((field) => field !== 'rev');
}
