import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../server/embedded-mongo/start.ts';
import { ownStore } from '../../support/embedded.ts';
import { RawClient } from '../../support/raw-client.ts';

const cleanups: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function own(...args: Parameters<typeof ownStore>): ReturnType<typeof ownStore> {
  const made = await ownStore(...args);
  cleanups.push(made.remove);
  return made;
}

async function connect(uri: string): Promise<MongoClient> {
  const client = await MongoClient.connect(uri, {
    serverSelectionTimeoutMS: 5_000,
    heartbeatFrequencyMS: 500,
  });
  cleanups.push(() => client.close());
  return client;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until(test: () => boolean, ms: number): Promise<number> {
  const start = performance.now();
  while (!test()) {
    if (performance.now() - start > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - start;
}

describe('the data folder', () => {
  it('is for its owner only and holds the documents over a restart, on the same port', async () => {
    const { store, dir } = await own();
    expect(statSync(dir).mode & 0o077).toBe(0);
    const client = await connect(store.uri);
    await client.db('x').collection('c').createIndex({ n: 1 }, { unique: true });
    await client
      .db('x')
      .collection('c')
      .insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    await store.close();
    expect(isAlive(store.pid)).toBe(false);
    const again = await startEmbedded({ dir });
    cleanups.push(() => again.close());
    expect(again.uri).toBe(store.uri);
    const rows = client.db('x').collection('c');
    expect(await rows.countDocuments({ n: { $gte: 0 } })).toBe(500);
    await expect(rows.insertOne({ n: 7 })).rejects.toMatchObject({ code: 11000 });
    await rows.insertOne({ n: 500 });
  });

  it('is refused to a second store', async () => {
    const { dir } = await own();
    const started = performance.now();
    await expect(startEmbedded({ dir })).rejects.toThrow(/is used by process \d+/);
    expect(performance.now() - started).toBeGreaterThan(4_900);
  }, 20_000);

  it('is taken over from a dead process, waited for while it ends', async () => {
    const { store, dir } = await own();
    const closing = store.close();
    const again = await startEmbedded({ dir });
    await closing;
    await again.close();
  });

  it('gets another port when the kept one was taken meanwhile', async () => {
    const { store, dir } = await own();
    await store.close();
    const port = Number(readFileSync(join(dir, 'port'), 'utf8'));
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    cleanups.push(() => new Promise((resolve) => squatter.close(resolve)));
    const again = await startEmbedded({ dir });
    cleanups.push(() => again.close());
    expect(again.uri).not.toBe(store.uri);
    await expect(startEmbedded({ dir: `${dir}-b`, port })).rejects.toThrow(/EADDRINUSE/);
    rmSync(`${dir}-b`, { recursive: true, force: true });
  });

  it('takes an asked port', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const { store } = await own({ port });
    expect(store.uri).toContain(`127.0.0.1:${port}/`);
  });
});

describe('supervision', () => {
  it('starts the store again on the same port within a second, and clients go on', async () => {
    const { store } = await own();
    const client = await connect(store.uri);
    const rows = client.db('x').collection<any>('c');
    await rows.insertOne({ _id: 1 });
    const before = store.uri;
    const { pid } = store;
    const exited: string[] = [];
    store.onExit((reason) => exited.push(reason));
    process.kill(pid, 'SIGKILL');
    const killed = performance.now();
    (await RawClient.connect(before)).close();
    const took = performance.now() - killed;
    await rows.insertOne({ _id: 2 });
    expect(store.uri).toBe(before);
    expect(await rows.countDocuments()).toBe(2);
    expect(exited).toEqual([]);
    // Under a second where the machine has a core to spare; the tests may share it with others.
    expect(took).toBeLessThan(5_000);
  });

  it('gives up at a second crash within ten seconds', async () => {
    const { store } = await own();
    const exited: string[] = [];
    store.onExit((reason) => exited.push(reason));
    const first = store.pid;
    process.kill(first, 'SIGKILL');
    await until(() => store.pid !== first, 2_000);
    const client = await connect(store.uri);
    await client.db('x').command({ ping: 1 });
    process.kill(store.pid, 'SIGKILL');
    await until(() => exited.length > 0, 3_000);
    expect(exited[0]).toContain('twice');
  });

  it('ends with a parent that is killed, and lets the folder go', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sluice-store-'));
    cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
    const script = `
      import { startEmbedded } from './server/embedded-mongo/start.ts';
      const store = await startEmbedded({ dir: process.argv[1] });
      console.log(store.pid);
      setInterval(() => undefined, 1000);
    `;
    const flags = ['--disallow-code-generation-from-strings', '--disable-proto=delete'];
    const parent = spawn(
      process.execPath,
      [...flags, '--import', 'tsx', '--input-type=module', '-e', script, dir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid), 5_000);
    const again = await startEmbedded({ dir });
    await again.close();
  }, 30_000);
});

describe('the store alone', () => {
  it('prints the address for other processes and ends cleanly', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sluice-store-'));
    cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
    const alone = spawn(
      process.execPath,
      ['--import', 'tsx', 'server/embedded-mongo/main.ts', '--dir', dir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let text = '';
    alone.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await until(() => text.includes('MONGODB_URI='), 15_000);
    const uri = /MONGODB_URI='([^']+)'/.exec(text)![1]!;
    const [one, two] = [await connect(uri), await connect(uri)];
    await one.db('x').collection('c').insertOne({ a: 1 });
    expect(await two.db('x').collection('c').countDocuments()).toBe(1);
    alone.kill('SIGINT');
    const [code] = (await once(alone, 'exit')) as [number];
    expect(code).toBe(0);
  }, 30_000);
});
