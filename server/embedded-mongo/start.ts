import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HOST, SET_NAME } from './identity.ts';

/** The database in the address. */
const DATABASE = 'sluice';
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
/** The TypeScript loader, named by its place: the parent's working directory may be anywhere. */
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** lmdb's key encoder makes one function from a string when it is loaded, so that guard cannot be set for this process. */
const FLAGS = ['--disable-proto=delete'];
/** A second crash within this time ends the supervision. */
const CRASH_WINDOW_MS = 10_000;
const CLOSE_MS = 6_000;
const START_MS = 30_000;

export interface EmbeddedOptions {
  /** Folder of the data; made, for its owner only, when it is not there. */
  dir: string;
  /** Port on 127.0.0.1. 0, the default, takes the one kept in the folder, or a free one. */
  port?: number;
  /** Lines the store writes. */
  onLog?: (line: string) => void;
  /** For tests only. */
  test?: {
    /** Allows `configureFailPoint`. */
    failPoints?: boolean;
    /** How often TTL indexes are looked after, in milliseconds. */
    expireEveryMs?: number;
  };
}

export interface Embedded {
  /** Address for mongoose. Put another database's name in the place of `sluice` to use that one. */
  readonly uri: string;
  /** Process id of the store; another one after a restart. */
  readonly pid: number;
  /** Ends the store: open transactions are aborted, commits in progress finished. */
  close(): Promise<void>;
  /** Called when the store is gone for good: it crashed twice within ten seconds or did not start again. */
  onExit(listener: (reason: string) => void): void;
}

/** Starts the store as a child process and keeps it running. Rejects when the folder is in use or the port is taken. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const supervisor = new Supervisor(options);
  await supervisor.start();
  return supervisor;
}

class Supervisor implements Embedded {
  private readonly options: EmbeddedOptions;
  private readonly listeners: ((reason: string) => void)[] = [];
  private child!: ChildProcess;
  private port: number;
  private lastCrash = -Infinity;
  private closing = false;

  constructor(options: EmbeddedOptions) {
    this.options = options;
    this.port = options.port ?? 0;
  }

  get uri(): string {
    return `mongodb://${HOST}:${this.port}/${DATABASE}?replicaSet=${SET_NAME}&retryWrites=true`;
  }

  get pid(): number {
    return this.child.pid!;
  }

  onExit(listener: (reason: string) => void): void {
    this.listeners.push(listener);
  }

  async start(): Promise<void> {
    const { dir, test } = this.options;
    const args = ['--dir', dir, '--port', String(this.port)];
    if (test?.failPoints) args.push('--fail-points');
    if (test?.expireEveryMs !== undefined) args.push('--expire-every-ms', String(test.expireEveryMs));
    const child = fork(CHILD, args, {
      execArgv: [...FLAGS, '--import', LOADER],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => this.options.onLog?.(line));
    }
    this.port = await ready(child);
    child.once('exit', (code, signal) => this.exited(signal ?? `code ${code}`));
  }

  private exited(how: string): void {
    if (this.closing) return;
    const now = performance.now();
    const again = now - this.lastCrash < CRASH_WINDOW_MS;
    this.lastCrash = now;
    this.options.onLog?.(`the embedded store ended with ${how}`);
    if (again)
      return this.givenUp(`the embedded store ended twice within ${CRASH_WINDOW_MS / 1_000} s (${how})`);
    this.start().catch((error: unknown) => {
      if (!this.closing) this.givenUp(`the embedded store did not start again: ${(error as Error).message}`);
    });
  }

  private givenUp(reason: string): void {
    this.closing = true;
    for (const listener of this.listeners) listener(reason);
  }

  async close(): Promise<void> {
    this.closing = true;
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    if (child.connected) child.send('close', () => undefined);
    await gone;
    clearTimeout(timer);
  }
}

/** The port the child listens on. Rejects with what the child says when it does not start. */
function ready(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the embedded store did not answer within ${START_MS / 1_000} s`));
    }, START_MS);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('exit', onExit);
      act();
    };
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`the embedded store ended at its start (${signal ?? `code ${code}`})`)));
    child.once('exit', onExit);
    child.once('error', (error) => settle(() => reject(error)));
    child.once('message', (message: { port?: number; failed?: string }) =>
      settle(() => {
        if (message.port !== undefined) resolve(message.port);
        else reject(new Error(message.failed ?? 'the embedded store did not start'));
      }),
    );
  });
}
