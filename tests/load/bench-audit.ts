import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';
import { serverFlags, temporaryFolder } from '../support/process.ts';
import type { Order } from './audit-server.ts';
import { prepareWorld, simulatedOrders } from './bench-world.ts';
import type { HttpClient } from './http-client.ts';
import { closedLoop, percentile } from './latency.ts';
import { numberOption } from './options.ts';

/**
 * `npm run bench:audit [-- --quick] [--pairs N] [--orders N] [--json FILE]`: orders taken in a second with sealing on against off,
 * in interleaved pairs on one server and store; who is first changes from pair to pair.
 */
const quick = process.argv.includes('--quick');
const pairs = numberOption('pairs', 5);
const perRound = numberOption('orders', quick ? 200 : 2000);
const clients = 32;
const jsonIndex = process.argv.indexOf('--json');

const folder = temporaryFolder('sluice-bench-audit');
const store = await startEmbedded({ dir: `${folder.path}/store` });
const server = fork('tests/load/audit-server.ts', [store.uri, folder.path], {
  execArgv: serverFlags,
  env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
});

async function tell(child: ChildProcess, order: Order): Promise<void> {
  const done = once(child, 'message');
  child.send(order);
  await done;
}

async function round(client: HttpClient, sealing: boolean, run: string): Promise<number> {
  const bodies = simulatedOrders(perRound, run).map((order) => JSON.stringify(order));
  await tell(server, 'drain');
  if (sealing) await tell(server, 'seal');
  const result = await closedLoop(
    bodies,
    clients,
    async (body) => (await client.post('/api/v1/orders', body)).status === 201,
  );
  if (sealing) await tell(server, 'rest');
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.sent} orders were not accepted`);
  return result.perSecond;
}

try {
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  const client = await prepareWorld(url);
  console.log(
    `${pairs} pairs of ${perRound} orders, ${clients} clients, AUTO2026Q1 in force; all on this machine`,
  );
  await round(client, true, 'WARM');
  const ratios: number[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    const sealingFirst = pair % 2 === 0;
    const first = await round(client, sealingFirst, `P${pair}A`);
    const second = await round(client, !sealingFirst, `P${pair}B`);
    const [on, off] = sealingFirst ? [first, second] : [second, first];
    ratios.push(on / off);
    console.log(
      `pair ${pair}: sealing on ${on.toFixed(0)}/s, off ${off.toFixed(0)}/s, on / off ${(on / off).toFixed(2)}`,
    );
  }
  const median = percentile(ratios, 0.5);
  console.log(`on / off, median of ${pairs} pairs (aim ≥ 0.9): ${median.toFixed(2)}`);
  if (jsonIndex !== -1)
    writeFileSync(process.argv[jsonIndex + 1]!, `${JSON.stringify({ ratios, median }, null, 2)}\n`);
  client.close();
} finally {
  const gone = once(server, 'exit');
  server.disconnect();
  await gone;
  await store.close();
  folder.remove();
}
