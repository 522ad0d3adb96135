import { createHash, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import { isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import { firstPrev, type Seal } from './seal.ts';
import { isSigned, openSigningKey, signData } from './signing-key.ts';

const everyMs = 60_000;

const checkpointSchema = z.object({
  n: z.int(),
  hash: z.string(),
  at: z.int(),
  prev: z.string(),
  signature: z.string(),
});
/** Where the chain stood at a moment, signed: a tail that was cut off later is missed. `prev` is the checkpoint before. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

export interface CheckpointFiles {
  /** Private key, readable by its owner only; made where there is none. */
  key: string;
  /** One checkpoint a line; copy it elsewhere, so that who can change the store cannot change it too. */
  log: string;
}

/** Every minute in which the chain has grown, writes down where it stands: in the store, then in the file beside it. */
export class Checkpoints implements Job {
  readonly name = 'audit-checkpoints';
  private readonly timer: NodeJS.Timeout;
  private working: Promise<unknown> = Promise.resolve();
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
    const [seal] = await newest<Seal>(this.store, 'seals');
    const [last] = await newest<Checkpoint>(this.store, 'checkpoints');
    const taken =
      seal === undefined || (last !== undefined && last.n >= seal.n) ? null : await this.put(seal, last);
    await this.writeOut();
    return taken;
  }

  private async put({ n, hash }: Seal, last: Checkpoint | undefined): Promise<Checkpoint | null> {
    const prev = last === undefined ? firstPrev : linkOf(last);
    const point = { n, hash, at: this.store.clock.now(), prev };
    const checkpoint = { ...point, signature: signData(this.key, point) };
    try {
      await this.store.collection('checkpoints').insertOne({ _id: idOf(n), rev: 1, ...checkpoint } as never);
      return checkpoint;
    } catch (error) {
      // Another process was first with this link.
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** Appends what the store knows beyond the file's last line: a crash between the two leaves no hole. */
  private async writeOut(): Promise<void> {
    const last = existsSync(this.file) ? readLines(readFileSync(this.file, 'utf8')).at(-1) : undefined;
    const missing = (await this.store
      .collection('checkpoints')
      .find({ n: { $gt: last?.checkpoint?.n ?? 0 } })
      .sort({ n: 1 })
      .toArray()) as unknown as Checkpoint[];
    const lines = missing.map(
      ({ n, hash, at, prev, signature }) => `${JSON.stringify({ n, hash, at, prev, signature })}\n`,
    );
    if (lines.length > 0) await appendFile(this.file, lines.join(''), { mode: 0o600 });
  }
}

type CheckpointProblem = 'unreadable' | 'forged' | 'cut' | 'changed' | 'removed' | 'moved';

/** Another process may know of a checkpoint this long before it stands in the file here. */
const lateMs = 2 * everyMs;

/**
 * What is wrong with the chain as checkpoints saw it: links that are gone or are others now; and with the checkpoints: lines that
 * are forged, gone, or stand at another place than they were written. `now`: the store's time unless said.
 */
export async function verifyCheckpoints(
  store: Store,
  files: CheckpointFiles,
  now = store.clock.now(),
): Promise<{ count: number; problems: { n: number; problem: CheckpointProblem }[] }> {
  const key = openSigningKey(files.key);
  const lines = existsSync(files.log) ? readLines(await readFile(files.log, 'utf8')) : [];
  const kept = (await store.collection('checkpoints').find({}).toArray()) as unknown as Checkpoint[];
  const problems: { n: number; problem: CheckpointProblem }[] = [];
  const seen = new Set<string>();
  let prev = firstPrev;
  for (const { checkpoint } of lines) {
    if (checkpoint === undefined) {
      problems.push({ n: 0, problem: 'unreadable' });
      continue;
    }
    const { signature, n, hash, ...rest } = checkpoint;
    // Two processes of one folder may both have written it.
    if (seen.has(signature)) continue;
    seen.add(signature);
    if (!isSigned(key, { n, hash, ...rest }, signature)) problems.push({ n, problem: 'forged' });
    else {
      if (checkpoint.prev !== prev) problems.push({ n, problem: 'moved' });
      const seal = (await store.collection('seals').findOne({ n })) as unknown as Seal | null;
      if (seal === null) problems.push({ n, problem: 'cut' });
      else if (seal.hash !== hash) problems.push({ n, problem: 'changed' });
    }
    prev = linkOf(checkpoint);
  }
  const known = new Set(kept.map(({ signature }) => signature));
  const lastLine = lines.at(-1)?.checkpoint?.n ?? 0;
  for (const { n, at, signature } of kept) {
    const onItsWay = n > lastLine && at > now - lateMs;
    if (!seen.has(signature) && !onItsWay) problems.push({ n, problem: 'removed' });
  }
  for (const { checkpoint } of lines) {
    if (checkpoint !== undefined && !known.has(checkpoint.signature))
      problems.push({ n: checkpoint.n, problem: 'removed' });
  }
  return { count: lines.length, problems };
}

async function newest<Document>(store: Store, name: string): Promise<Document[]> {
  return (await store.collection(name).find({}).sort({ n: -1 }).limit(1).toArray()) as unknown as Document[];
}

function idOf(n: number): string {
  return `c${String(n).padStart(12, '0')}`;
}

function linkOf({ signature }: Checkpoint): string {
  return createHash('sha256').update(signature).digest('hex');
}

function readLines(text: string): { checkpoint: Checkpoint | undefined }[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ checkpoint: checkpointSchema.safeParse(parsed(line)).data }));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
