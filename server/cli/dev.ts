import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { runServer } from './run-server.ts';

/** `npm run dev`: the server, started again when its sources change, and the designer by vite with hot reload. */
const root = new URL('../..', import.meta.url).pathname;

async function dev(): Promise<number> {
  readConfig(process.env);
  const vite = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js')], {
    cwd: root,
    stdio: 'inherit',
  });
  try {
    return await runServer(root, { watch: true });
  } finally {
    vite.kill('SIGTERM');
  }
}

try {
  process.exitCode = await dev();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
