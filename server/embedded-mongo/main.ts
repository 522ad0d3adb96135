import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from './start.ts';

/**
 * The store alone, so that several server processes share it: `npm run db`, with `-- --dir FOLDER --port N`. Prints the
 * address to give them as MONGODB_URI and runs until it is interrupted.
 */

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`--port takes a number from 0 to 65535, not ${values.port}\n`);
  process.exit(2);
}

const dir = resolve(values.dir ?? join(process.env.SLUICE_DATA_DIR || 'data', 'store'));
try {
  const store = await startEmbedded({ dir, port, onLog: say });
  const end = (code: number) => (): void => {
    store.close().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end(0));
  process.on('SIGTERM', end(0));
  store.onExit((reason) => {
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  });
  say(`The store of ${dir} is open. Start server processes on this machine with:`);
  say(`MONGODB_URI='${store.uri}'`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
