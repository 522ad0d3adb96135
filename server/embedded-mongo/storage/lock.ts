import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process uses the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

const LOCK = 'lock';
const TAKEOVER = 'lock.takeover';
const TAKEOVER_MS = 10_000;
const TRY_EVERY_MS = 50;

/**
 * Makes the folder, for its owner only, and takes it for this process alone: catalog and locks live in memory, so a second
 * process on the same files would damage them. The lock of a dead process is taken over.
 *
 * @param waitMs how long to wait for another process to let go, in milliseconds
 * @returns lets go of the folder
 */
export async function lockFolder(dir: string, waitMs: number): Promise<() => void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // Also where the folder was there before: documents on disk are not encrypted.
  chmodSync(dir, 0o700);
  const until = performance.now() + waitMs;
  for (;;) {
    if (tryLock(dir)) return () => release(dir);
    if (performance.now() >= until) {
      throw new FolderInUse(
        `the data folder ${dir} is used by process ${ownerOf(dir)?.split(' ')[0] ?? 'unknown'}`,
      );
    }
    await sleep(TRY_EVERY_MS);
  }
}

/** Who this process is: the number alone may be given to another process after a restart of the machine. */
function identity(pid: number): string | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? `${pid}` : undefined;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]!;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${pid} ${started} ${boot}`;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownerOf(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, LOCK), 'utf8');
  } catch {
    return undefined;
  }
}

function tryLock(dir: string): boolean {
  if (create(join(dir, LOCK))) return true;
  const owner = ownerOf(dir);
  if (owner === undefined || isRunning(owner)) return false;
  // A file just made and not yet written belongs to a process that is alive.
  if (owner === '' && ageOf(join(dir, LOCK)) < TAKEOVER_MS) return false;
  return takeOver(dir, owner);
}

function isRunning(owner: string): boolean {
  const pid = Number(owner.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && identity(pid) === owner;
}

/** Replaces a dead owner's lock. A second file keeps two processes from doing it at once. */
function takeOver(dir: string, owner: string): boolean {
  const takeover = join(dir, TAKEOVER);
  if (!create(takeover)) {
    if (ageOf(takeover) > TAKEOVER_MS) rmSync(takeover, { force: true });
    return false;
  }
  try {
    if (ownerOf(dir) !== owner) return false;
    const fresh = join(dir, `${LOCK}.${process.pid}`);
    rmSync(fresh, { force: true });
    if (!create(fresh)) return false;
    renameSync(fresh, join(dir, LOCK));
    return true;
  } finally {
    rmSync(takeover, { force: true });
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** Makes the file with this process's identity; false when it exists. */
function create(file: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, identity(process.pid) ?? `${process.pid}`);
  } finally {
    closeSync(handle);
  }
  return true;
}

function release(dir: string): void {
  if (ownerOf(dir)?.split(' ')[0] === String(process.pid)) rmSync(join(dir, LOCK), { force: true });
}
