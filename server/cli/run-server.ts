import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { guardFlags } from '../guard-flags.ts';

/**
 * Runs the server as a child with the guard flags, which can only be given on the command line. Passes on the signals that
 * end it; the child also ends when this process dies, because their channel closes. Resolves with its exit code.
 */
export function runServer(root: string, options: { watch: boolean }): Promise<number> {
  const main = join(root, 'server', 'main.ts');
  const flags = [...guardFlags, '--enable-source-maps'];
  const args = options.watch
    ? [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', ...flags, main]
    : [...flags, '--import', 'tsx', main];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: options.watch ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? (options.watch ? 'development' : 'production') },
  });
  // A terminal sends Ctrl-C to the whole group: the child has it already and decides when to end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 0)));
  });
}
