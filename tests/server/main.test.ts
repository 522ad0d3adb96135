import { spawn } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort, serverFlags, startServerProcess, temporaryFolder } from '../support/process.ts';
import { testUri } from '../support/store.ts';

const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folder(): string {
  const made = temporaryFolder('sluice-main');
  folders.push(made);
  return made.path;
}

/** Runs the server until it ends by itself. */
function run(
  env: Record<string, string>,
  flags = serverFlags,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...flags, 'server/main.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', MONGODB_URI: '', SLUICE_DATA_DIR: folder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

describe('starting and ending', () => {
  test('prints where to go and how to get in, keeps data over a restart, ends on SIGTERM', async () => {
    const dataDir = folder();
    const env = { MONGODB_URI: '' };
    const first = await startServerProcess({ dataDir, env });
    expect(first.output()).toContain(first.url);
    expect(first.output()).toContain('sluice-demo');
    const signIn = async (url: string) =>
      fetch(`${url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'operations', password: 'sluice-demo' }),
      });
    const { headers, status } = await signIn(first.url);
    expect(status).toBe(201);
    const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
    await first.stop();
    const second = await startServerProcess({ dataDir, env });
    const session = await fetch(`${second.url}/api/v1/session`, { headers: { cookie } });
    expect(session.status).toBe(200);
    await second.stop();
    expect(first.output()).not.toMatch(/"level":(40|50|60)/);
  }, 90_000);

  test('a wrong setting, a taken port, missing flags: one clear reason and code 1', async () => {
    const wrong = await run({ PORT: 'many', SLUICE_DEMO: 'perhaps' });
    expect(wrong.code).toBe(1);
    expect(wrong.output).toMatch(/PORT=many[\s\S]*SLUICE_DEMO=perhaps/);
    expect(wrong.output).not.toMatch(/\bat .*:\d+:\d+/);

    const bare = await run({}, ['--import', 'tsx']);
    expect(bare.code).toBe(1);
    expect(bare.output).toContain('--disallow-code-generation-from-strings');

    const uri = testUri();
    const port = await freePort();
    const running = await startServerProcess({ dataDir: folder(), port, env: { MONGODB_URI: uri } });
    const taken = await run({ PORT: String(port), MONGODB_URI: testUri() });
    expect(taken.code).toBe(1);
    expect(taken.output).toMatch(/port is taken/);
    await running.stop();
  }, 90_000);

  test('a store that holds data of other keys is refused with the cure', async () => {
    const uri = testUri();
    const first = await startServerProcess({ dataDir: folder(), env: { MONGODB_URI: uri } });
    await first.stop();
    const other = await run({ MONGODB_URI: uri, PORT: String(await freePort()) });
    expect(other.code).toBe(1);
    expect(other.output).toContain('key file');
  }, 90_000);
});
