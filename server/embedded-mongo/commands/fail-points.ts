import type { Document } from 'bson';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../errors.ts';
import type { CommandSpec } from './command.ts';
import { asDocument, checkStatement, flag, numberOf, requiredList } from './fields.ts';

/** What an injected failure does to the commands it names. */
interface FailPoint {
  commands: string[];
  left: number;
  data: Document;
}

/** What is to happen to one command. */
export interface Injected {
  /** Runs the command first and fails afterwards: the client cannot know what happened. */
  after: boolean;
  closeConnection: boolean;
  error: StoreError | undefined;
  writeConcernError: Document | undefined;
}

/**
 * Injected failures for tests of retries and transactions, in the manner of `failCommand` of a MongoDB server. They exist only
 * when the store was started with the test option. `data.afterCommand` is our own: fail after the command has run.
 */
export class FailPoints {
  private point: FailPoint | undefined;

  /** `configureFailPoint`, sent to the admin database. */
  readonly command: CommandSpec = {
    fields: ['mode', 'data'],
    inTransaction: 'refused',
    run: ({ command }) => {
      if (command.configureFailPoint !== 'failCommand') {
        throw new StoreError(2, 'BadValue', `unknown fail point ${String(command.configureFailPoint)}`);
      }
      const { mode } = command as { mode: unknown };
      if (mode === 'off') {
        this.point = undefined;
        return {};
      }
      const times = mode === 'alwaysOn' ? Infinity : numberOf(checkStatement('mode', mode, ['times']).times);
      const data = asDocument('data', command.data);
      const commands = requiredList(data, 'failCommands').map(String);
      this.point = { commands, left: times ?? 0, data };
      return {};
    },
  };

  /** The failure due for this command, counted down; waits first when the failure is a delay. */
  async take(name: string): Promise<Injected | undefined> {
    const { point } = this;
    if (!point || point.left <= 0 || !point.commands.includes(name)) return undefined;
    point.left--;
    const { data } = point;
    if (flag(data, 'blockConnection')) await sleep(numberOf(data.blockTimeMS) ?? 0);
    const code = numberOf(data.errorCode);
    return {
      after: flag(data, 'afterCommand'),
      closeConnection: flag(data, 'closeConnection'),
      error:
        code === undefined
          ? undefined
          : new StoreError(code, 'InjectedFailure', `failing command due to 'failCommand' fail point`, {
              labels: (data.errorLabels as string[] | undefined) ?? undefined,
            }),
      writeConcernError: data.writeConcernError as Document | undefined,
    };
  }
}
