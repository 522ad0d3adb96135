import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';
import { startServer } from '../support/server.ts';

async function until(done: () => Promise<boolean>, ms: number): Promise<void> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a process answers only what its roles say: sockets without calls, calls without sockets', async () => {
  const api = await startServer({ env: { SLUICE_ROLES: 'api,worker' } });
  const gateway = await startServer({ uri: api.uri, dataDir: api.dataDir, env: { SLUICE_ROLES: 'gateway' } });
  try {
    const keeper = await api.signIn('keeper');
    expect((await keeper.get('/session')).status).toBe(200);
    const there = await fetch(`${gateway.url}/api/v1/session`, { headers: { cookie: keeper.cookie } });
    expect(there.status).toBe(404);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const connects = (url: string) =>
      new Promise<boolean>((resolve) => {
        const socket = io(`${url}/live`, {
          transports: ['websocket'],
          extraHeaders: { cookie: keeper.cookie },
          forceNew: true,
          reconnection: false,
        });
        const told = (connected: boolean) => {
          socket.disconnect();
          resolve(connected);
        };
        socket.once('connect', () => told(true));
        socket.once('connect_error', () => told(false));
      });
    expect(await connects(gateway.url)).toBe(true);
    expect(await connects(api.url)).toBe(false);
  } finally {
    await gateway.close();
    await api.close();
  }
}, 60_000);

test('without its store a process says so: not ready, 503 with a time to come back, never a success', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-gone-'));
  const store = await startEmbedded({ dir });
  const server = await startServer({ uri: store.uri });
  try {
    const operations = await server.signIn('operations');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await store.close();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503, 10_000);
    const started = performance.now();
    const read = await fetch(`${server.url}/api/v1/flows`, { headers: { cookie: operations.cookie } });
    expect(read.status).toBe(503);
    expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read.json()).error.code).toBe('busy');
    expect(performance.now() - started).toBeLessThan(2000);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  } finally {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
