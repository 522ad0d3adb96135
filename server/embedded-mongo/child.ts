import { parseArgs } from 'node:util';
import { startServer, type RunningServer } from './server.ts';

/**
 * The process of the embedded store. Its parent talks to it over IPC and it ends with its parent: when the channel closes,
 * commits in progress are finished and the folder is let go.
 */

/** A start waits five seconds for the folder: this process must have let go before. */
const SHUTDOWN_MS = 4_500;

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
    'fail-points': { type: 'boolean', default: false },
    'expire-every-ms': { type: 'string' },
  },
});

let server: RunningServer | undefined;
let ending = false;

function tell(message: object): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function log(text: string): void {
  process.stderr.write(`${text}\n`);
}

function end(code: number): void {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code || 1), SHUTDOWN_MS).unref();
  Promise.resolve(server?.close()).then(
    () => process.exit(code),
    () => process.exit(1),
  );
}

function fatal(error: unknown): never {
  log(`the embedded store stops: ${(error as Error).stack ?? String(error)}`);
  process.exit(1);
}

// The parent may be gone: what is said to it then goes nowhere.
process.stderr.on('error', () => undefined);
process.stdout.on('error', () => undefined);
// A terminal sends its interrupt to both processes: the parent decides when this one ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => end(0));
process.on('disconnect', () => end(0));
process.on('message', (message) => {
  if (message === 'close') end(0);
});
process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);

try {
  server = await startServer({
    dir: values.dir!,
    port: Number(values.port),
    failPoints: values['fail-points'],
    expireEveryMs: values['expire-every-ms'] === undefined ? undefined : Number(values['expire-every-ms']),
    onError: log,
    onBroken: fatal,
  });
  // A parent that died while this process was loading has already closed the channel: no event tells of it any more.
  if (ending || !process.connected) end(0);
  tell({ port: server.port });
} catch (error) {
  tell({ failed: (error as Error).message });
  log(`the embedded store did not start: ${(error as Error).message}`);
  process.exitCode = 1;
  process.disconnect?.();
}
