import { ConfigError, readConfig } from '../config.ts';
import { buildDesignerIfStale } from './build-designer.ts';
import { runServer } from './run-server.ts';

/** `npm start`: checks the settings, builds what is stale, and runs the server until it is told to end. */
const root = new URL('../..', import.meta.url).pathname;

async function start(): Promise<number> {
  const config = readConfig(process.env);
  if (config.roles.has('api')) await buildDesignerIfStale(root);
  return runServer(root, { watch: false });
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
