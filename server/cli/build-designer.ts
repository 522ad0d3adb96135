import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceHash } from './source-hash.ts';

/** Everything the built designer is made from. */
const sources = ['designer', 'rules-library', 'runtime', 'vite.config.ts', 'package-lock.json'];

/** Builds the designer when its sources are not the ones it was last built from. Rejects when the build fails. */
export async function buildDesignerIfStale(root: string): Promise<'built' | 'fresh'> {
  const stamp = join(root, 'dist', 'designer', '.sources');
  const hash = sourceHash(root, sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 'fresh';
  console.log('正在构建页面，约需一分钟 · Building the screens, about a minute …');
  await run(root);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return 'built';
}

function run(root: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Building the screens failed (vite ended with ${code ?? 'a signal'}).`));
    });
  });
}
