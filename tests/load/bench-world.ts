import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startEmbedded, type Embedded } from '../../server/embedded-mongo/start.ts';
import { createChain } from '../../server/rehearsal/chain/chain.ts';
import { peakDay, type PlannedOrder } from '../../server/rehearsal/chain/peak-day.ts';
import { loadAndPublish, signIn } from '../support/api.ts';
import { freePort, startServerProcess, temporaryFolder, type ServerProcess } from '../support/process.ts';
import { HttpClient } from './http-client.ts';

const chain = createChain(20_251_212);

/** Simulator orders, placed just now; `run` keeps the numbers of different parts apart. */
export function simulatedOrders(count: number, run: string): PlannedOrder[] {
  const planned = peakDay(chain, { orders: count, start: Date.now() - 86_400_000, run });
  const now = new Date().toISOString();
  return planned.flatMap(({ item }) => ('order' in item ? [{ ...item.order, placedAt: now }] : []));
}

/** The real server on a store of its own, with the chain's catalogue and AUTO2026Q1 in force. */
export interface World {
  server: ServerProcess;
  store: Embedded;
  client: HttpClient;
  close(): Promise<void>;
}

export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const folder = temporaryFolder('sluice-bench');
  const before = { ...process.env };
  Object.assign(process.env, env);
  const store = await startEmbedded({ dir: `${folder.path}/store` });
  process.env = before;
  const server = await startServerProcess({ dataDir: folder.path, env: { MONGODB_URI: store.uri } });
  const client = await prepareWorld(server.url);
  return {
    server,
    store,
    client,
    async close() {
      client.close();
      await server.stop();
      await store.close();
      folder.remove();
    },
  };
}

/** Catalogue, rules and a key on a server's empty store; answers a client with that key. */
export async function prepareWorld(url: string): Promise<HttpClient> {
  await importChain(url);
  await loadAndPublish(url);
  return new HttpClient(url, 256, { authorization: await makeKeySecret(url) });
}

async function makeKeySecret(url: string): Promise<string> {
  let secret = '';
  const steward = await signIn(url, 'steward');
  const made = await steward.send('POST', '/keys', {
    name: 'bench',
    commands: ['ingest-order'],
    perSecond: 10_000,
    reason: 'benchmark',
    voucher: 'BENCH',
  });
  secret = made.body.secret;
  if (secret === undefined) throw new Error(`key: ${made.status} ${JSON.stringify(made.body)}`);
  return `Bearer ${secret}`;
}

async function importChain(url: string): Promise<void> {
  const steward = await signIn(url, 'steward');
  const kinds: [string, object[]][] = [
    ['warehouses', chain.warehouses.map(({ id, name, province, city }) => ({ id, name, province, city }))],
    ['shops', chain.shops.map(({ city: _c, province: _p, warehouse: _w, ...rest }) => rest)],
    ['skus', chain.skus.map(({ price: _p, profile: _f, ...rest }) => rest)],
  ];
  for (const [kind, items] of kinds) {
    for (let from = 0; from < items.length; from += 500) {
      const answer = await steward.send('PUT', `/catalog/${kind}`, { items: items.slice(from, from + 500) });
      if (answer.status >= 300) throw new Error(`${kind}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }
}

/** A flow that tells the keepers of every order: the hardest case for the way to the screen. */
export async function publishAlertOnEveryOrder(url: string): Promise<void> {
  const operations = await signIn(url, 'operations');
  const flow = {
    id: 'bench-every-order',
    name: { zh: '每单提醒', en: 'Every order' },
    rank: 500,
    nodes: [
      { id: 'start', kind: 'order.received', params: {} },
      {
        id: 'tell',
        kind: 'raise-alert',
        params: {
          kind: 'other',
          level: 'info',
          to: [{ role: 'keeper' }],
          text: { zh: '{order.number}', en: '{order.number}' },
        },
      },
    ],
    edges: [{ id: 'e1', from: { node: 'start', port: 'next' }, to: 'tell' }],
  };
  for (const [method, path, body] of [
    ['PUT', '/flows/bench-every-order', { flow, version: 0 }],
    ['POST', '/releases', {}],
  ] as const) {
    const answer = await operations.send(method, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** The floors' server on the same kind of store. */
export interface Floors {
  client: HttpClient;
  pid: number;
  storePid: number;
  close(): Promise<void>;
}

export async function openFloors(): Promise<Floors> {
  const folder = temporaryFolder('sluice-floors');
  const store = await startEmbedded({ dir: `${folder.path}/store` });
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/load/floor-server.ts', store.uri, String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    },
  );
  await once(child.stdout, 'data');
  const client = new HttpClient(`http://127.0.0.1:${port}`, 256);
  return {
    client,
    pid: child.pid!,
    storePid: store.pid,
    async close() {
      client.close();
      child.kill();
      await store.close();
      folder.remove();
    },
  };
}
