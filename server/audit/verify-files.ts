import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from '../store/store.ts';
import { hashOfEntry, type AuditEntry } from './audit-entry.ts';
import { fileName, filesOf, readFileLines, type FileEnd } from './audit-file.ts';
import { sealsFrom } from './read-seals.ts';
import { firstPrev, verifyChain, type Seal } from './seal.ts';
import { isSigned, openSigningKey } from './signing-key.ts';

type FileProblem = 'damaged' | 'forged' | 'broken' | 'changed' | 'differs' | 'removed' | 'unknown';

export interface FilesReport {
  count: number;
  entries: number;
  problems: { file: string; problem: FileProblem; seal?: number }[];
}

interface StoredFile {
  _id: string;
  signature: string;
  at: number;
}

/** Another process may know of a file this long before this folder has it. */
const lateMs = 2 * 3_600_000;

interface Position {
  n: number;
  hash: string;
}

/**
 * Looks at the files of closed days: each must be whole and signed, go on where the one before ends, hold entries that are what its
 * links name, and links that are those of the store; and there must be exactly the files the store knows of. `now`: the store's
 * time unless said.
 */
export async function verifyFiles(
  store: Store,
  { folder, key: keyFile }: { folder: string; key: string },
  now = store.clock.now(),
): Promise<FilesReport> {
  const key = openSigningKey(keyFile);
  const names = await filesOf(folder);
  // Read after the names: what has a name is known to the store by then.
  const known = (await store.collection('auditFiles').find({}).toArray()) as unknown as StoredFile[];
  const bySignature = new Map(known.map((file) => [fileName(file._id), file.signature]));
  const report: FilesReport = { count: names.length, entries: 0, problems: [] };
  let position: Position | null = null;
  for (const name of names) {
    const tell = (problem: FileProblem, seal?: number): void =>
      void report.problems.push({ file: name, problem, ...(seal === undefined ? {} : { seal }) });
    const found = await readDay(store, { file: join(folder, name), key, after: position }, tell);
    report.entries += found?.end.entries ?? 0;
    if (found === undefined) {
      // Where it ends cannot be told: the next one is looked at by itself.
      tell('damaged');
      position = null;
      continue;
    }
    const signature = bySignature.get(name);
    if (signature === undefined) tell('unknown');
    else if (signature !== found.signature || fileName(found.end.day) !== name) tell('forged');
    position = found.last;
  }
  const there = new Set(names);
  for (const { _id, at } of known) {
    const file = fileName(_id);
    if (!there.has(file) && at <= now - lateMs) report.problems.push({ file, problem: 'removed' });
  }
  return report;
}

interface Day {
  file: string;
  key: KeyObject;
  /** Where the file before ended; null for the first, or where that is not known. */
  after: Position | null;
}

async function readDay(
  store: Store,
  { file, key, after }: Day,
  tell: (problem: FileProblem, seal?: number) => void,
): Promise<{ end: FileEnd; signature: string; last: Position } | undefined> {
  let last: Position | null = after;
  let seal: Seal | undefined;
  let entries: AuditEntry[] = [];
  let count = 0;
  let from = 0;
  const close = async (): Promise<void> => {
    if (seal !== undefined) await checkLink(store, seal, entries, last, tell);
    if (seal !== undefined) last = { n: seal.n, hash: seal.hash };
    count += entries.length;
    entries = [];
  };
  let ended: { end: FileEnd; signature: string } | undefined;
  for await (const { line, before } of readFileLines(file)) {
    if (line === undefined || ended !== undefined) return undefined;
    if ('head' in line) {
      from = line.head.from;
      last ??= line.head.from === 1 ? null : { n: line.head.from - 1, hash: line.head.prev };
      if (line.head.from !== (last?.n ?? 0) + 1 || line.head.prev !== (last?.hash ?? firstPrev))
        tell('broken', line.head.from);
    } else if ('seal' in line) {
      await close();
      seal = line.seal;
    } else if ('entry' in line) entries.push(line.entry);
    else {
      await close();
      ended = line;
      const { end, signature } = line;
      if (end.sha256 !== before || !isSigned(key, end, signature)) tell('forged');
      if (end.from !== from || end.to !== last?.n || end.entries !== count) tell('broken', end.to);
    }
  }
  return ended === undefined || last === null ? undefined : { ...ended, last };
}

/** One link: follows the one before, is the store's own, and its entries are those it names, in its order. */
async function checkLink(
  store: Store,
  seal: Seal,
  entries: readonly AuditEntry[],
  before: Position | null,
  tell: (problem: FileProblem, seal?: number) => void,
): Promise<void> {
  const hashes = new Map(entries.map((entry) => [entry._id, hashOfEntry(entry)]));
  const order = entries.map(({ _id }) => _id).join();
  if (order !== seal.entries.map(({ id }) => id).join()) tell('changed', seal.n);
  for (const { problem } of verifyChain([seal], (id) => hashes.get(id), before))
    tell(problem === 'missing' || problem === 'changed' ? 'changed' : 'broken', seal.n);
  const [stored] = await sealsFrom(store, seal.n, 1);
  if (stored?.n !== seal.n || stored.hash !== seal.hash) tell('differs', seal.n);
}
