import { startEmbedded } from '../../server/embedded-mongo/start.ts';
import { apiClient, makeKey, signIn, type ApiClient } from '../support/api.ts';
import { startServerProcess, temporaryFolder, type ServerProcess } from '../support/process.ts';
import { readStore } from './read-store.ts';

export interface DoublesOptions {
  processes: number;
  keys: number;
  /** How often each press is sent at the same moment. */
  doubles: number;
  log?: (line: string) => void;
}

export interface DoublesReport {
  sent: number;
  /** Answered with what the press did. */
  answered: number;
  /** Told that the same press is being worked on. */
  inFlight: number;
  /** Presses that took effect more or less than once. */
  wrongEffects: string[];
  /** Keys whose answers differed, and answers of any other kind. */
  wrongAnswers: string[];
}

/**
 * Several server processes on one store; each press is sent many times at the same moment, spread over all of them, and once more
 * afterwards. It has to take effect once, and every answer has to be the same to the byte, or say that it is being worked on.
 */
export async function doublesRun({
  processes,
  keys,
  doubles,
  log = () => {},
}: DoublesOptions): Promise<DoublesReport> {
  const folder = temporaryFolder('sluice-doubles');
  const store = await startEmbedded({ dir: `${folder.path}/store` });
  const servers: ServerProcess[] = [];
  const report: DoublesReport = { sent: 0, answered: 0, inFlight: 0, wrongEffects: [], wrongAnswers: [] };
  let orders: string[] = [];
  try {
    for (let index = 0; index < processes; index++) {
      servers.push(
        await startServerProcess({
          dataDir: folder.path,
          env: { MONGODB_URI: store.uri, SLUICE_DEMO: 'on' },
        }),
      );
    }
    orders = await takeIn(servers[0]!.url, keys);
    const { cookie } = await signIn(servers[0]!.url, 'operations');
    const clients = servers.map(({ url }) => apiClient(url, { cookie }));
    for (const [index, order] of orders.entries()) {
      await pressOften(clients, order, doubles, report);
      if (index % 20 === 19) log(`${index + 1} keys, ${report.sent} requests`);
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await store.close();
  }
  const { audit } = await readStore(folder.path);
  for (const order of orders) {
    const effects = audit.filter(
      ({ command, target }) => command === 'set-tag' && target === `order:${order}`,
    );
    if (effects.length !== 1) report.wrongEffects.push(`${order}: ${effects.length} times`);
  }
  folder.remove();
  return report;
}

/** Orders to press on. */
async function takeIn(url: string, count: number): Promise<string[]> {
  const system = await makeKey(url, ['ingest-order']);
  const placedAt = new Date().toISOString();
  const ids: string[] = [];
  for (let from = 0; from < count; from += 200) {
    const orders = Array.from({ length: Math.min(200, count - from) }, (_, index) => ({
      channel: 'taobao',
      externalId: `DBL-${from + index}`,
      placedAt,
      lines: [{ sku: 'A', quantity: 1, unitPrice: 100 }],
    }));
    const { body } = await system.send('POST', '/orders', { orders });
    ids.push(...body.results.map(({ id }: { id: string }) => id));
  }
  return ids;
}

async function pressOften(
  clients: readonly ApiClient[],
  order: string,
  doubles: number,
  report: DoublesReport,
): Promise<void> {
  const send = (client: ApiClient) =>
    client.send(
      'POST',
      '/commands/set-tag',
      { target: `order:${order}`, input: { tag: 'twice' } },
      { 'idempotency-key': `key-${order}` },
    );
  const together = Array.from({ length: doubles }, (_, index) => send(clients[index % clients.length]!));
  const answers = [...(await Promise.all(together)), await send(clients.at(-1)!)];
  report.sent += answers.length;
  const done = answers.filter(({ status }) => status === 200);
  const inFlight = answers.filter(({ status, body }) => status === 409 && body.error.code === 'in-flight');
  report.answered += done.length;
  report.inFlight += inFlight.length;
  const different = new Set(done.map(({ body }) => JSON.stringify(body)));
  if (different.size !== 1 || done.length + inFlight.length !== answers.length) {
    const other = answers.find(({ status }) => status !== 200 && status !== 409);
    report.wrongAnswers.push(`${order}: ${different.size} different, ${JSON.stringify(other ?? null)}`);
  }
}
