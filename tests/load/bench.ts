import { writeFileSync } from 'node:fs';
import mongoose from 'mongoose';
import {
  openFloors,
  openWorld,
  publishAlertOnEveryOrder,
  simulatedOrders,
  type Floors,
  type World,
} from './bench-world.ts';
import { closedLoop, openLoop, percentile } from './latency.ts';
import { Screens } from './screens.ts';
import { slowDisk } from './slow-disk.ts';
import { usageOf } from './usage.ts';
import { temporaryFolder } from '../support/process.ts';

/**
 * `npm run bench [-- --quick] [--json FILE]`: orders a second beside the floors A (one create of the order) and B (the same
 * documents, one create each, no transaction, no rules), interleaved in one run behind the same door and client; then the
 * time to the screen at Poisson arrivals, with a quiet and with a slowed disk, and beside a list of 500 orders.
 */
const quick = process.argv.includes('--quick');
const jsonIndex = process.argv.indexOf('--json');
const figures: Record<string, unknown> = {};
const round = (value: number): number => Math.round(value * 10) / 10;

function report(name: string, values: Record<string, unknown>): void {
  figures[name] = values;
  console.log(`\n${name}`);
  for (const [key, value] of Object.entries(values)) console.log(`  ${key.padEnd(44)} ${String(value)}`);
}

async function throughput(world: World, floors: Floors): Promise<void> {
  const perRound = quick ? 400 : 2500;
  const rounds = 4;
  const clients = 32;
  const rates: Record<string, number[]> = { A: [], B: [], sluice: [] };
  const latencies: number[] = [];
  let cpu = 0;
  for (let index = 0; index < rounds; index++) {
    const bodies = simulatedOrders(perRound, `T${index}`).map((order) => JSON.stringify(order));
    for (const floor of ['A', 'B'] as const) {
      const result = await closedLoop(
        bodies,
        clients,
        async (body) => (await floors.client.post(`/${floor.toLowerCase()}`, body)).status === 201,
      );
      rates[floor]!.push(result.perSecond);
    }
    const before = cpuOf(world);
    const result = await closedLoop(
      bodies,
      clients,
      async (body) => (await world.client.post('/api/v1/orders', body)).status === 201,
    );
    cpu += cpuOf(world) - before;
    if (result.failed > 0) throw new Error(`${result.failed} of ${result.sent} orders were not accepted`);
    rates.sluice!.push(result.perSecond);
    latencies.push(...result.latencies);
  }
  const [a, b, own] = ['A', 'B', 'sluice'].map((name) => percentile(rates[name]!, 0.5)) as [
    number,
    number,
    number,
  ];
  report(
    `Throughput, ${perRound * rounds} simulator orders, ${clients} clients, AUTO2026Q1 in force (median of ${rounds} interleaved rounds)`,
    {
      'floor A, orders/s': round(a),
      'floor B, orders/s': round(b),
      'Sluice, orders/s': round(own),
      'Sluice / A (aim ≥ 0.4)': round((own / a) * 100) / 100,
      'Sluice / B (aim ≥ 1)': round((own / b) * 100) / 100,
      'Sluice, answer p50 / p99 ms': `${round(percentile(latencies, 0.5))} / ${round(percentile(latencies, 0.99))}`,
      'CPU of server and store, ms an order': round((cpu / (perRound * rounds)) * 100) / 100,
      'memory, server / store MB': `${Math.round(usageOf(world.server.pid)?.rssMb ?? 0)} / ${Math.round(usageOf(world.store.pid)?.rssMb ?? 0)}`,
    },
  );
}

function cpuOf(world: World): number {
  return (usageOf(world.server.pid)?.cpuMs ?? 0) + (usageOf(world.store.pid)?.cpuMs ?? 0);
}

async function toTheScreen(world: World, name: string, seconds: number, scan: boolean): Promise<void> {
  const screens = new Screens();
  await screens.open(world.server.url, 'keeper', 5);
  const orders = simulatedOrders(100 * seconds, `L${name.slice(0, 3)}`);
  const scheduled = new Map<string, number>();
  const scanning = scan ? startScans(world) : null;
  const result = await openLoop(orders, 100, async (order, at) => {
    const { status, text } = await world.client.post('/api/v1/orders', JSON.stringify(order));
    for (const alert of JSON.parse(text).results?.[0]?.alerts ?? []) scheduled.set(alert, at);
    return status === 201;
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const scans = await scanning?.stop();
  const seen = [...scheduled].map(([alert, at]) => ({ at, arrived: screens.arrived.get(alert) }));
  const complete = seen.filter(({ arrived }) => (arrived?.screens ?? 0) >= 5);
  const times = complete.map(({ at, arrived }) => arrived!.at - at);
  screens.close();
  if (complete.length === 0) throw new Error('no alert reached the screens: the run measured nothing');
  report(`To the screen, ${name}`, {
    'orders sent / accepted': `${result.sent} / ${result.ok}`,
    'answer p50 / p99 ms': `${round(percentile(result.latencies, 0.5))} / ${round(percentile(result.latencies, 0.99))}`,
    'alerts raised (to anyone) / on all 5 screens': `${scheduled.size} / ${complete.length}`,
    'scheduled → alert on the last screen p50 / p99 ms': `${round(percentile(times, 0.5))} / ${round(percentile(times, 0.99))}`,
    ...(scans === undefined ? {} : { 'full scans beside it': scans }),
  });
}

/** One unindexed query over all orders every three seconds. */
function startScans(world: World): { stop(): Promise<number> } {
  let running = true;
  let count = 0;
  const work = (async () => {
    const connection = await mongoose.createConnection(world.store.uri).asPromise();
    while (running) {
      await connection.db!.collection('orders').find({ note: 'nobody writes this' }).toArray();
      count++;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
    await connection.close();
  })();
  return {
    async stop() {
      running = false;
      await work;
      return count;
    },
  };
}

async function besideAList(world: World): Promise<void> {
  const lists = quick ? 2 : 5;
  const others = simulatedOrders(50 * lists * 2, 'OTH');
  const times: number[] = [];
  let stop = false;
  const list = (async () => {
    for (let index = 0; index < lists && !stop; index++) {
      const body = JSON.stringify({ orders: simulatedOrders(500, `LIST${index}`) });
      const from = performance.now();
      const { status } = await world.client.post('/api/v1/orders', body);
      if (status !== 200) throw new Error(`the list was answered ${status}`);
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 800));
    }
  })();
  const result = await openLoop(
    others,
    50,
    async (order) => (await world.client.post('/api/v1/orders', JSON.stringify(order))).status === 201,
  );
  stop = true;
  await list;
  report(`500 orders in one call, ${times.length} times, beside 50 orders/s of others`, {
    'the 500, median ms': round(percentile(times, 0.5)),
    'the others, p50 / p99 ms (aim p99 ≤ 100)': `${round(percentile(result.latencies, 0.5))} / ${round(percentile(result.latencies, 0.99))}`,
  });
}

console.log('Load generator, servers and stores share this machine.');
const seconds = quick ? 5 : 60;
const world = await openWorld();
try {
  const floors = await openFloors();
  try {
    await throughput(world, floors);
  } finally {
    await floors.close();
  }
  await besideAList(world);
  await publishAlertOnEveryOrder(world.server.url);
  await toTheScreen(
    world,
    `Poisson 100 orders/s, ${seconds} s, an alert for every order, 5 screens (aim p99 ≤ 100)`,
    seconds,
    false,
  );
} finally {
  await world.close();
}
const folder = temporaryFolder('sluice-slow');
const slow = slowDisk(folder.path, 5000);
if (slow === null)
  report('To the screen with a slow disk', { SKIPPED: 'no C compiler here to build the shim' });
else {
  const slowWorld = await openWorld(slow);
  try {
    await publishAlertOnEveryOrder(slowWorld.server.url);
    await toTheScreen(
      slowWorld,
      `the same with 5 ms added to fdatasync and a full scan beside it (aim p99 ≤ 250)`,
      seconds,
      true,
    );
  } finally {
    await slowWorld.close();
  }
}
folder.remove();
if (jsonIndex !== -1) writeFileSync(process.argv[jsonIndex + 1]!, `${JSON.stringify(figures, null, 2)}\n`);
