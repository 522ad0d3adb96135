import { createHash, type KeyObject } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { canonicalJson } from '../canonical.ts';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import { isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import { hashOfEntry, type AuditEntry } from './audit-entry.ts';
import { endOf, fileName, filesOf, type FileEnd, type FileLine } from './audit-file.ts';
import { sealsFrom } from './read-seals.ts';
import type { Seal } from './seal.ts';
import { openSigningKey, signData } from './signing-key.ts';

const everyMs = 3_600_000;
const dayMs = 86_400_000;
const sealsAtOnce = 10;

/** The audit is not what was sealed, or a file is not whole: nothing more is written until somebody has looked. */
export class AuditFileError extends Error {
  override name = 'AuditFileError';
}

export interface AuditFilesOptions {
  store: Store;
  log: Logger;
  /** Folder of the files. */
  folder: string;
  /** File of the signing key. */
  key: string;
  /** A day is closed this many days after its end. */
  openDays: number;
}

/** Writes each closed day of the audit (UTC, by when it was sealed) to a signed file, entries and chain together. */
export class AuditFiles implements Job {
  readonly name = 'audit-files';
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<unknown> = Promise.resolve();
  private readonly options: AuditFilesOptions;
  private readonly key: KeyObject;

  constructor(options: AuditFilesOptions) {
    this.options = options;
    this.key = openSigningKey(options.key);
  }

  start(): this {
    const look = (): void => {
      this.working = this.working
        .then(() => this.writeOnce())
        .catch((error: unknown) => {
          const text = 'closed days of the audit could not be written to files, trying again';
          this.options.log.error({ error: describeError(error) }, text);
        });
    };
    look();
    this.timer = setInterval(look, everyMs).unref();
    return this;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** Writes every day that is closed by `now` and has no file yet; answers their names. */
  async writeOnce(now = this.options.store.clock.now()): Promise<string[]> {
    const { store, folder, openDays } = this.options;
    const written: string[] = [];
    const last = (await filesOf(folder)).at(-1);
    const end = last === undefined ? undefined : await endOf(folder, last);
    if (last !== undefined && end === undefined) throw new AuditFileError(`${last} is not whole`);
    for (let from = (end?.to ?? 0) + 1; ;) {
      const [first] = await sealsFrom(store, from, 1);
      if (first === undefined) break;
      if (first.n !== from) throw new AuditFileError(`link ${from} of the chain is gone`);
      const nextDay = (Math.floor(first.at / dayMs) + 1) * dayMs;
      if (nextDay + openDays * dayMs > now) break;
      const file = await this.write(first, nextDay);
      written.push(fileName(file.day));
      from = file.to + 1;
    }
    return written;
  }

  private async write(first: Seal, nextDay: number): Promise<FileEnd> {
    const { store, folder } = this.options;
    const day = new Date(first.at).toISOString().slice(0, 10);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${fileName(day)}.${process.pid}`);
    const handle = await open(draft, 'w', 0o600);
    try {
      const hash = createHash('sha256');
      const put = async (lines: readonly FileLine[]): Promise<void> => {
        const text = lines.map((line) => `${canonicalJson(line)}\n`).join('');
        hash.update(text);
        await handle.write(text);
      };
      await put([{ head: { day, from: first.n, prev: first.prev } }]);
      let to = first.n - 1;
      let entries = 0;
      for (let more = true; more;) {
        const seals = await sealsFrom(store, to + 1, sealsAtOnce);
        const later = seals.findIndex(({ at }) => at >= nextDay);
        const own = later === -1 ? seals : seals.slice(0, later);
        more = own.length === sealsAtOnce;
        for (const seal of own) await put([{ seal }, ...(await entriesOf(store, seal))]);
        entries += own.reduce((sum, seal) => sum + seal.entries.length, 0);
        to = own.at(-1)?.n ?? to;
      }
      const end = { day, from: first.n, to, entries, sha256: hash.digest('hex') };
      const signature = signData(this.key, end);
      await handle.write(`${canonicalJson({ end, signature })}\n`);
      await handle.sync();
      await handle.close();
      // First known, then there: a file nobody knows of is not ours.
      await remember(store, end, signature);
      await rename(draft, join(folder, fileName(day)));
      return end;
    } finally {
      await handle.close().catch(() => {});
      await rm(draft, { force: true });
    }
  }
}

/** The entries a link names, in its order, each still what was sealed. */
async function entriesOf(store: Store, seal: Seal): Promise<{ entry: AuditEntry }[]> {
  const found = (await store
    .collection('audit')
    .find({ _id: { $in: seal.entries.map(({ id }) => id) } } as never)
    .toArray()) as unknown as AuditEntry[];
  const byId = new Map(found.map((entry) => [entry._id, entry]));
  return seal.entries.map(({ id, hash }) => {
    const entry = byId.get(id);
    if (entry === undefined || hashOfEntry(entry) !== hash)
      throw new AuditFileError(`entry ${id} of link ${seal.n} is not what was sealed`);
    return { entry };
  });
}

/** The store remembers which files there are: one that is removed is missed. */
async function remember(store: Store, end: FileEnd, signature: string): Promise<void> {
  const { day, ...rest } = end;
  try {
    await store
      .collection('auditFiles')
      .insertOne({ _id: day, rev: 1, ...rest, signature, at: store.clock.now() } as never);
  } catch (error) {
    // Another process, or this folder after a loss: the same day has the same bytes.
    if (!isDuplicate(error)) throw error;
  }
}
