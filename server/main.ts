import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, hidePassword, readConfig } from './config.ts';
import { startEmbedded } from './embedded-mongo/start.ts';
import { Ending } from './ending.ts';
import { missingGuardFlags } from './guard-flags.ts';
import { describeError } from './http/describe-error.ts';
import { createLog } from './log.ts';
import { StoreError } from './store/store.ts';
import { welcome } from './welcome.ts';

const root = new URL('..', import.meta.url).pathname;
const ending = new Ending((code) => process.exit(code));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** One process of the server; `npm start` runs it with the guard flags. */
async function main(): Promise<void> {
  const missing = missingGuardFlags();
  if (missing.length > 0) {
    throw new ConfigError(`The server starts only with ${missing.join(' ')}; npm start gives them.`);
  }
  const config = readConfig(process.env);
  const log = createLog(process.env.NODE_ENV === 'production' ? 'info' : 'debug');
  process.on('SIGINT', () => void ending.end(0));
  process.on('SIGTERM', () => void ending.end(0));
  // The channel to `npm start`: when that is gone, so is whoever could stop this process.
  process.on('disconnect', () => void ending.end(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ error: describeError(error) }, 'ended by an error nobody expected');
    void ending.end(1);
  });

  const uri = config.mongodbUri ?? (await embeddedStore(config.dataDir));
  const app = await createApp(config, {
    uri,
    log,
    designer: join(root, 'dist', 'designer'),
    templates: join(root, 'templates'),
    version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  });
  ending.closing.add(() => app.close());
  process.stdout.write(welcome(config, app));
}

/** Starts the store of this machine and answers its address; when it is gone for good, this process ends too. */
async function embeddedStore(dataDir: string): Promise<string> {
  const store = await startEmbedded({ dir: join(dataDir, 'store'), onLog: say });
  store.onExit((reason) => {
    say(reason);
    // Nothing more can be kept, so there is little to finish.
    void ending.end(1, 500);
  });
  ending.closing.add(() => store.close());
  return store.uri;
}

try {
  await main();
} catch (error) {
  say(reasonOf(error));
  await ending.end(1);
}

/** Why it does not start, in words where somebody can do something about it. */
function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  const { code, message, stack, name } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `The port is taken: ${message}. Stop what uses it, or set PORT to another.`;
  if (code === 'EACCES') return `The port may not be used: ${message}. Set PORT to one above 1024.`;
  if (name.startsWith('Mongo')) return `The store cannot be reached: ${hidePassword(message)}`;
  return stack ?? message;
}
