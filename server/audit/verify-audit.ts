import type { Store } from '../store/store.ts';
import { hashOfEntry, type AuditEntry } from './audit-entry.ts';
import { verifyChain, type Seal } from './seal.ts';

const mostSeals = 5000;
const mostProblems = 100;
const batch = 10;

export interface AuditReport {
  /** Links looked at, and entries they name. */
  seals: number;
  entries: number;
  problems: { seal: number; entry?: string; problem: string }[];
  /** Where to go on; null at the end of the chain. */
  next: number | null;
}

/**
 * Looks at the chain from link `from` on: every link must follow the one before, and every entry must still be what was sealed,
 * by the hash of what is stored now. At most 5,000 links at once.
 */
export async function verifyAudit(store: Store, from = 1): Promise<AuditReport> {
  const report: AuditReport = { seals: 0, entries: 0, problems: [], next: null };
  let last = from > 1 ? ((await sealsFrom(store, from - 1, 1))[0] ?? null) : null;
  for (let n = from; ; n = (last?.n ?? n) + 1) {
    if (report.seals >= mostSeals) return { ...report, next: n };
    const seals = await sealsFrom(store, n, batch);
    if (seals.length === 0) return report;
    const ids = seals.flatMap(({ entries }) => entries.map(({ id }) => id));
    const stored = (await store
      .collection('audit')
      .find({ _id: { $in: ids } } as never)
      .toArray()) as unknown as AuditEntry[];
    const hashes = new Map(stored.map((entry) => [entry._id, hashOfEntry(entry)]));
    report.problems.push(...verifyChain(seals, (id) => hashes.get(id), last));
    report.problems.splice(mostProblems);
    report.seals += seals.length;
    report.entries += ids.length;
    last = seals.at(-1)!;
  }
}

async function sealsFrom(store: Store, n: number, limit: number): Promise<Seal[]> {
  const found = await store
    .collection('seals')
    .find({ n: { $gte: n } })
    .sort({ n: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, rev: _rev, ...seal }) => seal as unknown as Seal);
}
