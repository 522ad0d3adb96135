import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { startEmbedded } from '../embedded-mongo/start.ts';

/**
 * The company's store for a command line: the one `MONGODB_URI` names, the embedded one a running server keeps open, or that one
 * started just for this.
 */
export async function openCompanyStore(config: Config): Promise<{ uri: string; close(): Promise<void> }> {
  const folder = join(config.dataDir, 'store');
  const running = config.mongodbUri ?? (await runningStore(folder));
  if (running !== null) return { uri: running, close: async () => {} };
  const own = await startEmbedded({ dir: folder });
  return { uri: own.uri, close: () => own.close() };
}

/** Address of the store a server has running on this data folder; null when nobody answers. */
async function runningStore(folder: string): Promise<string | null> {
  const file = join(folder, 'port');
  if (!existsSync(file)) return null;
  const port = Number(readFileSync(file, 'utf8').trim());
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
  return answers ? `mongodb://127.0.0.1:${port}/sluice?replicaSet=sluice&retryWrites=true` : null;
}
