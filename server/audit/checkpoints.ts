import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/store.ts';
import { canonicalJson } from '../canonical.ts';
import type { Seal } from './seal.ts';

const everyMs = 60_000;

const checkpointSchema = z.object({
  n: z.int(),
  hash: z.string(),
  at: z.int(),
  signature: z.string(),
});
/** Where the chain stood at a moment, signed: a tail that was cut off later is missed. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

export interface CheckpointFiles {
  /** Private key, readable by its owner only; made where there is none. */
  key: string;
  /** One checkpoint a line; copy it elsewhere, so that who can change the store cannot change it too. */
  log: string;
}

/** The key checkpoints are signed with (Ed25519). */
export function openSigningKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    try {
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process that starts at the same moment has made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return createPrivateKey(readFileSync(file));
}

function signedPart({ n, hash, at }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(canonicalJson({ n, hash, at }));
}

/** Every minute in which the chain has grown, writes down where it stands. */
export class Checkpoints implements Job {
  readonly name = 'audit-checkpoints';
  private readonly timer: NodeJS.Timeout;
  private working: Promise<unknown> = Promise.resolve();
  private lastN = 0;
  private readonly store: Store;
  private readonly key: KeyObject;
  private readonly file: string;

  constructor(store: Store, files: CheckpointFiles, log: Logger) {
    this.store = store;
    this.key = openSigningKey(files.key);
    this.file = files.log;
    this.timer = setInterval(() => {
      this.working = this.take().catch((error: unknown) => {
        log.warn({ error: describeError(error) }, 'no checkpoint of the audit could be written; tried again');
      });
    }, everyMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** Writes a checkpoint of the newest link, unless there is one already. */
  async take(): Promise<Checkpoint | null> {
    const [last] = (await this.store
      .collection('seals')
      .find({})
      .sort({ n: -1 })
      .limit(1)
      .toArray()) as unknown as Seal[];
    if (last === undefined || last.n <= this.lastN) return null;
    const point = { n: last.n, hash: last.hash, at: this.store.clock.now() };
    const signature = sign(null, signedPart(point), this.key).toString('base64');
    const checkpoint = { ...point, signature };
    await appendFile(this.file, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
    this.lastN = last.n;
    return checkpoint;
  }
}

type CheckpointProblem = 'unreadable' | 'forged' | 'cut' | 'changed';

/** What is wrong with the chain as checkpoints saw it: forged checkpoints, links that are gone or that are others now. */
export async function verifyCheckpoints(
  store: Store,
  files: CheckpointFiles,
): Promise<{ count: number; problems: { n: number; problem: CheckpointProblem }[] }> {
  const publicKey = createPublicKey(openSigningKey(files.key));
  const lines = existsSync(files.log) ? (await readFile(files.log, 'utf8')).split('\n').filter(Boolean) : [];
  const problems: { n: number; problem: CheckpointProblem }[] = [];
  for (const line of lines) {
    const read = checkpointSchema.safeParse(parsed(line));
    if (!read.success) {
      problems.push({ n: 0, problem: 'unreadable' });
      continue;
    }
    const { n, hash, signature } = read.data;
    if (!verify(null, signedPart(read.data), publicKey, Buffer.from(signature, 'base64'))) {
      problems.push({ n, problem: 'forged' });
      continue;
    }
    const seal = (await store.collection('seals').findOne({ n })) as unknown as Seal | null;
    if (seal === null) problems.push({ n, problem: 'cut' });
    else if (seal.hash !== hash) problems.push({ n, problem: 'changed' });
  }
  return { count: lines.length, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
