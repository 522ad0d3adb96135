import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';
import { createRandom } from '../../server/rehearsal/chain/random.ts';
import { makeKey, signIn, type ApiClient } from '../support/api.ts';
import { freePort, startServerProcess, temporaryFolder, type ServerProcess } from '../support/process.ts';
import { approvalFlow, waitFlow } from '../support/stage-flows.ts';

export interface StageReport {
  /** Approvals and waits that were opened. */
  instances: number;
  restarts: number;
  /** Of the restarts, those in which something was still to fire when the process was killed. */
  cutShort: number;
  approved: number;
  timedOut: number;
  /** Instances that did not come to exactly one outcome, in words. */
  wrong: string[];
}

export interface StageRunOptions {
  orders: number;
  restarts: number;
  seed?: number;
  log?: (line: string) => void;
}

type Stored = Record<string, any>;

/**
 * Orders wait, each for an approval and for a time, while the server is ended by SIGKILL again and again just as timers become due
 * and people approve. At the end the store is read: each came to exactly one outcome and one decision by it, and nothing waits.
 */
export async function stageRun({
  orders,
  restarts,
  seed = 1,
  log = () => {},
}: StageRunOptions): Promise<StageReport> {
  const random = createRandom(seed);
  const folder = temporaryFolder('sluice-stages');
  const store = await startEmbedded({ dir: join(folder.path, 'store') });
  const connection = await mongoose.createConnection(store.uri).asPromise();
  const port = await freePort();
  const start = (): Promise<ServerProcess> =>
    startServerProcess({ dataDir: folder.path, port, env: { MONGODB_URI: store.uri } });
  let server = await start();
  try {
    const all = (name: string, where: object = {}): Promise<Stored[]> =>
      connection.db!.collection(name).find(where).toArray();
    await publishFlows(server.url);
    await takeOrders(server.url, orders);
    const approver = await signIn(server.url, 'approver');
    const approvals = await all('approvals');
    const people = approvals.filter((_, index) => index % 2 === 0);
    const byPeople = new Set(people.map(({ _id }) => String(_id)));
    const perRestart = Math.ceil((orders * 1.5) / restarts);
    let cutShort = 0;
    for (let restart = 0; restart < restarts; restart++) {
      const share = Math.ceil(people.length / restarts);
      const batch = people.slice(restart * share, (restart + 1) * share);
      const soon = await makeDue(connection, byPeople, restart === restarts - 1 ? Infinity : perRestart);
      const pressing = Promise.allSettled(batch.map(({ _id }) => approve(approver, String(_id))));
      await pause(20 + random.next() * 260);
      await server.kill();
      await pressing;
      if ((await all('timers', { _id: { $in: soon } })).length > 0) cutShort++;
      server = await start();
      await Promise.allSettled(batch.map(({ _id }) => approve(approver, String(_id))));
      log(`restart ${restart + 1}: ${(await all('timers')).length} timers left`);
    }
    await settle(() => all('timers'));
    await server.stop();
    return await judge({ orders, restarts, cutShort }, all);
  } finally {
    await server.kill().catch(() => {});
    await connection.close();
    await store.close();
    folder.remove();
  }
}

async function publishFlows(url: string): Promise<void> {
  const operations = await signIn(url, 'operations');
  const flows = [
    approvalFlow('ask', [{ id: 'first', who: { role: 'approver' }, within: 240 }]),
    waitFlow('time', { what: 'for', for: 240 }),
  ];
  for (const flow of flows) await operations.send('POST', '/flows', { flow });
  const done = await operations.send('POST', '/releases', {});
  if (done.status >= 300) throw new Error(`publish: ${done.status} ${JSON.stringify(done.body)}`);
}

async function takeOrders(url: string, count: number): Promise<void> {
  const channel = await makeKey(url, ['ingest-order']);
  const orders = Array.from({ length: count }, (_, index) => ({
    channel: 'taobao',
    externalId: `ST-${index}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  }));
  for (let from = 0; from < count; from += 200) {
    const sent = await channel.send('POST', '/orders', { orders: orders.slice(from, from + 200) });
    if (sent.status !== 200) throw new Error(`orders: ${sent.status} ${JSON.stringify(sent.body)}`);
  }
}

/** Brings some timers forward, none of approvals that people decide. */
async function makeDue(
  connection: mongoose.Connection,
  byPeople: ReadonlySet<string>,
  most: number,
): Promise<string[]> {
  const timers = connection.db!.collection('timers');
  const waiting = (await timers.find({ due: { $gt: Date.now() + 60_000 } }).toArray()) as unknown as Stored[];
  const ids = waiting
    .filter(({ of }) => !byPeople.has(of))
    .slice(0, most)
    .map(({ _id }) => String(_id));
  await timers.updateMany({ _id: { $in: ids } } as never, { $set: { due: Date.now() }, $inc: { rev: 1 } });
  return ids;
}

async function approve(approver: ApiClient, id: string): Promise<void> {
  await approver.send(
    'POST',
    '/commands/approve',
    { target: `approval:${id}`, input: {} },
    { 'idempotency-key': `approve-${id}` },
  );
}

async function settle(timers: () => Promise<Stored[]>): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await timers()).length > 0 && Date.now() < until) await pause(100);
}

async function judge(
  counts: { orders: number; restarts: number; cutShort: number },
  all: (name: string, where?: object) => Promise<Stored[]>,
): Promise<StageReport> {
  const [orders, decisions, approvals, waits, timers] = await Promise.all(
    ['orders', 'decisions', 'approvals', 'waits', 'timers'].map((name) => all(name)),
  );
  const entered = new Map<string, string[]>();
  for (const { subject, event, body } of decisions!) {
    if (event !== 'stage.entered') continue;
    const { facts } = JSON.parse(String(body)) as { facts: Record<string, string> };
    entered.set(subject, [...(entered.get(subject) ?? []), facts['event.stage']!]);
  }
  const wrong = timers!.map(({ _id }) => `timer ${_id} never fired`);
  for (const { _id, tags, waits: left, holds } of orders!) {
    const stages = (entered.get(`order:${_id}`) ?? []).toSorted();
    const approval = approvals!.find(({ order }) => order === _id)?.state;
    const expected = [`ask/ok:${approval}`, 'time/wait:reached'];
    const marks = [...tags].sort();
    if (JSON.stringify(stages) !== JSON.stringify(expected))
      wrong.push(`${_id}: decided ${stages.join(' ')}`);
    if (JSON.stringify(marks) !== JSON.stringify([`ask-${approval}`, 'time-reached']))
      wrong.push(`${_id}: tagged ${marks.join(' ')}`);
    if (left.length > 0 || holds.length > 0) wrong.push(`${_id}: still waits`);
  }
  const open = [...approvals!, ...waits!].filter((one) => one.open);
  wrong.push(...open.map(({ _id }) => `${_id} is still open`));
  const instances = approvals!.length + waits!.length;
  if (instances !== counts.orders * 2) wrong.push(`${instances} instances of ${counts.orders} orders`);
  const inState = (state: string): number => approvals!.filter((one) => one.state === state).length;
  return {
    instances,
    restarts: counts.restarts,
    cutShort: counts.cutShort,
    approved: inState('approved'),
    timedOut: inState('timedOut'),
    wrong,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
