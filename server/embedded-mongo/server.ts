import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatch, type Service } from './commands/dispatch.ts';
import { FailPoints } from './commands/fail-points.ts';
import { HOST } from './identity.ts';
import { lockFolder } from './storage/lock.ts';
import { Store } from './store.ts';
import { listen, type Listener } from './wire/listener.ts';

const LOCK_WAIT_MS = 5_000;
const PORT_FILE = 'port';

export interface ServerOptions {
  /** Folder of the data; made when it is not there. */
  dir: string;
  /** Port to listen on; 0 takes the one kept in the folder, or a free one. */
  port: number;
  /** Failures of the store itself; after `onBroken` nothing may be acknowledged any more. */
  onError: (text: string) => void;
  onBroken: (error: unknown) => void;
  /** For tests only: allows `configureFailPoint`. */
  failPoints?: boolean;
  /** For tests only: how often TTL indexes are looked after, in milliseconds. */
  expireEveryMs?: number;
}

export interface RunningServer {
  port: number;
  /** Answers what is in progress, finishes its commits and lets go of the folder. */
  close(): Promise<void>;
}

/** Opens the data folder and the port in this process. Throws FolderInUse after five seconds. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const unlock = await lockFolder(options.dir, LOCK_WAIT_MS);
  let store: Store | undefined;
  try {
    store = new Store(options.dir, options.onBroken, options.expireEveryMs);
    return await open(options, store, unlock);
  } catch (error) {
    await store?.close();
    unlock();
    throw error;
  }
}

async function open(options: ServerOptions, store: Store, unlock: () => void): Promise<RunningServer> {
  const service: Service = {
    store,
    identity: { host: HOST, port: 0 },
    failPoints: options.failPoints ? new FailPoints() : undefined,
    onError: options.onError,
  };
  const listener = await listenOnKeptPort(options, (port) =>
    listen({
      host: HOST,
      port,
      answer: (body, connection, connectionId) => dispatch(service, { connection, connectionId }, body),
      onClosed: (connection) => store.sessions.disconnected(connection),
      onError: options.onError,
    }),
  );
  service.identity.port = listener.port;
  writeFileSync(join(options.dir, PORT_FILE), String(listener.port), { mode: 0o600 });
  return {
    port: listener.port,
    async close() {
      store.startClosing();
      await listener.close();
      await store.close();
      unlock();
    },
  };
}

/** An asked port must be free. The kept one is given up for a free one when another program has taken it meanwhile. */
async function listenOnKeptPort(
  { dir, port }: ServerOptions,
  at: (port: number) => Promise<Listener>,
): Promise<Listener> {
  if (port !== 0) return at(port);
  const kept = keptPort(dir);
  if (kept === 0) return at(0);
  try {
    return await at(kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return at(0);
  }
}

function keptPort(dir: string): number {
  try {
    const port = Number(readFileSync(join(dir, PORT_FILE), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}
