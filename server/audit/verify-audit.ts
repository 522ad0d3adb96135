import type { Store } from '../store/store.ts';
import { hashOfEntry, type AuditEntry } from './audit-entry.ts';
import { sealsFrom } from './read-seals.ts';
import { verifyChain } from './seal.ts';

const mostSeals = 5000;
const mostProblems = 100;
const batch = 10;
/** Ten links of 500 entries name this many. */
const mostEntries = 5000;

export interface AuditReport {
  /** Links looked at, and entries they name. */
  seals: number;
  entries: number;
  /** `seal` 0: beyond the chain. */
  problems: { seal: number; entry?: string; problem: string }[];
  /** Where to go on; null at the end of the chain. */
  next: number | null;
}

/**
 * Looks at the chain from link `from` on: every link must follow the one before, every entry must still be what was sealed, by
 * the hash of what is stored now, and no entry may call itself sealed that no link names. At most 5,000 links at once.
 */
export async function verifyAudit(store: Store, from = 1): Promise<AuditReport> {
  const report: AuditReport = { seals: 0, entries: 0, problems: [], next: null };
  let last = from > 1 ? ((await sealsFrom(store, from - 1, 1))[0] ?? null) : null;
  for (let n = from; ; n = (last?.n ?? n) + 1) {
    if (report.seals >= mostSeals) return { ...report, next: n };
    const seals = await sealsFrom(store, n, batch);
    if (seals.length === 0) break;
    const named = new Map(seals.flatMap((seal) => seal.entries.map(({ id }) => [id, seal.n])));
    const stored = await entriesWhere(store, { _id: { $in: [...named.keys()] } });
    const hashes = new Map(stored.map((entry) => [entry._id, hashAsSealed(entry, named.get(entry._id)!)]));
    report.problems.push(...verifyChain(seals, (id) => hashes.get(id), last));
    const claims = await entriesWhere(store, { sealed: true, seal: { $gte: n, $lte: seals.at(-1)!.n } });
    report.problems.push(
      ...claims.filter(({ _id }) => !named.has(_id)).map(({ _id, seal }) => unnamed(seal ?? 0, _id)),
    );
    report.problems.splice(mostProblems);
    report.seals += seals.length;
    report.entries += named.size;
    last = seals.at(-1)!;
  }
  report.problems.push(...(await beyond(store, last?.n ?? 0)));
  report.problems.splice(mostProblems);
  return report;
}

/** Entries that call themselves sealed by no link there is, and those not sealed yet that are not what was committed. */
async function beyond(store: Store, lastSeal: number): Promise<AuditReport['problems']> {
  const claims = [
    ...(await entriesWhere(store, { sealed: true, seal: { $gt: lastSeal } })),
    ...(await entriesWhere(store, { sealed: true, seal: { $lt: 1 } })),
    ...(await entriesWhere(store, { sealed: true, seal: null })),
  ];
  const waiting = await entriesWhere(store, { sealed: false });
  // What was sealed while we looked is no forgery.
  const since = claims.length === 0 ? [] : await sealsFrom(store, lastSeal + 1, mostEntries);
  const named = new Map(since.flatMap(({ n, entries }) => entries.map(({ id }) => [id, n])));
  return [
    ...claims
      .filter(({ _id, seal }) => seal === undefined || named.get(_id) !== seal)
      .map(({ _id }) => unnamed(0, _id)),
    ...waiting
      .filter((entry) => hashOfEntry(entry) !== entry.hash)
      .map(({ _id }) => ({ seal: 0, entry: _id, problem: 'changed' })),
  ];
}

/** The hash of what is stored; no hash at all where it no longer says which link names it. */
function hashAsSealed(entry: AuditEntry, seal: number): string {
  return entry.sealed && entry.seal === seal ? hashOfEntry(entry) : '';
}

function unnamed(seal: number, entry: string): { seal: number; entry: string; problem: string } {
  return { seal, entry, problem: 'unnamed' };
}

async function entriesWhere(store: Store, where: Record<string, unknown>): Promise<AuditEntry[]> {
  const found = await store
    .collection('audit')
    .find(where as never)
    .limit(mostEntries)
    .toArray();
  return found as unknown as AuditEntry[];
}
