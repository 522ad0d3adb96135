import { createChain } from '../../server/rehearsal/chain/chain.ts';
import { peakDay, type PlannedOrder } from '../../server/rehearsal/chain/peak-day.ts';
import { createRandom } from '../../server/rehearsal/chain/random.ts';
import { loadAndPublish, makeKey, type ApiClient } from '../support/api.ts';
import { freePort, startServerProcess, temporaryFolder, type ServerProcess } from '../support/process.ts';
import { readStore, type StoreContents } from './read-store.ts';
import { childrenOf } from './usage.ts';

export interface KillReport {
  serverKills: number;
  storeKills: number;
  acknowledged: number;
  /** Answers that never came: the order was asked for again after the restart. */
  unknown: number;
  /** Of these, the kill came after the commit: the repeat found the order. */
  committedBefore: number;
  /** And before the commit: the repeat was accepted as new. */
  committedAfter: number;
  lost: string[];
  doubled: string[];
  halfWritten: string[];
}

export interface KillOptions {
  serverKills: number;
  storeKills: number;
  clients?: number;
  seed?: number;
  log?: (line: string) => void;
}

interface Sent {
  order: PlannedOrder;
  id?: string;
  status?: 'accepted' | 'repeated';
  attempts: number;
  /** A request that had been sent lost its answer: refused connections do not count. */
  cut: boolean;
}

/**
 * Orders stream in while the server, or the store under it, is ended by SIGKILL at random moments. Every order is asked for
 * until it is answered; afterwards the store itself is read: nothing acknowledged is missing, nothing stands twice, and each
 * decision came with all that belongs to it.
 */
export async function killRun({
  serverKills,
  storeKills,
  clients = 16,
  seed = 1,
  log = () => {},
}: KillOptions): Promise<KillReport> {
  const random = createRandom(seed);
  const chain = createChain(7, { skus: 400, shops: 40, people: 500 });
  const planned = peakDay(chain, { orders: 200_000, start: Date.now() - 43_200_000, run: `K${seed}` });
  const orders = planned.flatMap(({ item }) => ('order' in item ? [item.order] : []));
  const folder = temporaryFolder('sluice-kills');
  const port = await freePort();
  const start = (): Promise<ServerProcess> =>
    startServerProcess({ dataDir: folder.path, port, env: { MONGODB_URI: '' } });
  let server = await start();
  const sent: Sent[] = [];
  let next = 0;
  let running = true;
  try {
    await loadAndPublish(server.url);
    const key = await makeKey(server.url, ['ingest-order']);
    const work = Array.from({ length: clients }, async () => {
      while (running && next < orders.length) {
        const one: Sent = { order: orders[next++]!, attempts: 0, cut: false };
        sent.push(one);
        await sendUntilAnswered(key, one, () => running);
      }
    });
    for (let kill = 1; kill <= serverKills; kill++) {
      await pause(60 + random.next() * 400);
      await server.kill();
      server = await start();
      if (kill % 10 === 0) log(`server killed ${kill} times, ${sent.length} orders sent`);
    }
    for (let kill = 1; kill <= storeKills; kill++) {
      await pause(60 + random.next() * 400);
      for (const store of childrenOf(server.pid)) process.kill(store, 'SIGKILL');
      // A second crash within ten seconds ends the server by design; then it is started again.
      await pause(1500);
      if (!(await isReady(server.url))) {
        await server.kill();
        server = await start();
      } else if (kill < storeKills) {
        await server.kill();
        server = await start();
      }
      if (kill % 10 === 0) log(`store killed ${kill} times, ${sent.length} orders sent`);
    }
    await pause(500);
    running = false;
    await Promise.race([Promise.all(work), pause(20_000)]);
    await server.stop();
    return judge(sent, await readStore(folder.path), { serverKills, storeKills });
  } finally {
    running = false;
    await server.kill().catch(() => {});
    folder.remove();
  }
}

async function sendUntilAnswered(key: ApiClient, one: Sent, running: () => boolean): Promise<void> {
  const until = Date.now() + 30_000;
  while (one.status === undefined && Date.now() < until && (running() || one.attempts > 0)) {
    one.attempts++;
    try {
      const { status, body } = await key.send('POST', '/orders', one.order);
      const result = body?.results?.[0];
      if ((status === 200 || status === 201) && result !== undefined) {
        one.id = result.id;
        one.status = result.status;
        return;
      }
      if (status < 500 && status !== 429)
        throw new Error(`an order was refused: ${status} ${JSON.stringify(body)}`);
      // A clear "busy" is no unknown outcome.
      if (status === 503 || status === 429) one.attempts--;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('an order')) throw error;
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (code !== 'ECONNREFUSED') one.cut = true;
    }
    await pause(40);
  }
}

function judge(
  sent: readonly Sent[],
  store: StoreContents,
  kills: { serverKills: number; storeKills: number },
): KillReport {
  const acknowledged = sent.filter(({ status }) => status !== undefined);
  const retried = acknowledged.filter(({ cut }) => cut);
  const known = new Set(store.orders.keys());
  const numbers = new Map<string, number>();
  for (const { channel, externalId } of store.orders.values()) {
    const number = `${channel} ${externalId}`;
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return {
    ...kills,
    acknowledged: acknowledged.length,
    unknown: retried.length,
    committedBefore: retried.filter(({ status }) => status === 'repeated').length,
    committedAfter: retried.filter(({ status }) => status === 'accepted').length,
    lost: acknowledged
      .filter(({ id }) => id === undefined || !known.has(id))
      .map(({ order }) => order.externalId),
    doubled: [...numbers].filter(([, count]) => count > 1).map(([number]) => number),
    halfWritten: store.halfWritten(),
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
