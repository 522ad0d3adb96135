import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { Sealer } from '../../server/audit/sealer.ts';
import { readConfig } from '../../server/config.ts';

/**
 * The server of the benchmark of the audit: the real one without its jobs, and a sealer that runs when it is told to. Speaks with
 * the benchmark over the channel to its parent.
 */
export type Order = 'seal' | 'rest' | 'drain';

const [uri, dataDir] = process.argv.slice(2) as [string, string];
const log = pino({ level: 'error' });
const config = readConfig({ PORT: '0', SLUICE_DATA_DIR: dataDir, SLUICE_ROLES: 'api' });
const app = await createApp(config, {
  uri,
  log,
  designer: null,
  templates: new URL('../../templates', import.meta.url).pathname,
  version: 'bench',
});
let sealer: Sealer | null = null;

async function obey(order: Order): Promise<void> {
  if (order === 'seal') sealer = new Sealer(app.store, log, null).start();
  if (order === 'rest') await sealer?.stop();
  // What piled up meanwhile is nobody's round.
  if (order === 'drain') {
    const own = new Sealer(app.store, log, null);
    while ((await own.sealOnce()) > 0);
  }
}

process.on('message', (order: Order) => void obey(order).then(() => process.send!({ done: order })));
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
process.send!({ url: app.url });
