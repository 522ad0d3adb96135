import { contentHash } from '../canonical.ts';

/** An entry as a seal names it. */
export interface SealedEntry {
  id: string;
  hash: string;
}

/** A link of the chain: its entries in order, and the hash of the link before. */
export interface Seal {
  n: number;
  at: number;
  entries: SealedEntry[];
  prev: string;
  hash: string;
}

/** What stands before the first seal. */
export const firstPrev = '0'.repeat(64);

/** The seal that follows `last`. */
export function nextSeal(
  last: Pick<Seal, 'n' | 'hash'> | null,
  entries: readonly SealedEntry[],
  at: number,
): Seal {
  const content = { n: (last?.n ?? 0) + 1, at, entries: [...entries], prev: last?.hash ?? firstPrev };
  return { ...content, hash: contentHash(content) };
}

/** What is wrong with a chain; empty when every seal follows the one before and every entry is as it was sealed; `before` is the link before the first. */
export function verifyChain(
  seals: Iterable<Seal>,
  entryHash: (id: string) => string | undefined,
  before: Pick<Seal, 'n' | 'hash'> | null = null,
): { seal: number; entry?: string; problem: 'hole' | 'broken' | 'missing' | 'changed' }[] {
  const problems: ReturnType<typeof verifyChain> = [];
  let last = before;
  for (const seal of seals) {
    if (seal.n !== (last?.n ?? 0) + 1) problems.push({ seal: seal.n, problem: 'hole' });
    const { hash, ...content } = seal;
    if (seal.prev !== (last?.hash ?? firstPrev) || contentHash(content) !== hash)
      problems.push({ seal: seal.n, problem: 'broken' });
    for (const { id, hash: sealed } of seal.entries) {
      const actual = entryHash(id);
      if (actual === undefined) problems.push({ seal: seal.n, entry: id, problem: 'missing' });
      else if (actual !== sealed) problems.push({ seal: seal.n, entry: id, problem: 'changed' });
    }
    last = seal;
  }
  return problems;
}
