import type { ArchivedDecision } from './block.ts';
import { listBlocks, readBlock } from './segments.ts';

/** Archived decisions of a span of time (epoch ms, `to` not included), the newest first, read block by block. */
export async function* newestFirst(
  folder: string,
  from: number,
  to: number,
): AsyncGenerator<ArchivedDecision> {
  for (const place of (await listBlocks(folder, from, to)).toReversed()) {
    const block = await readBlock(place);
    const facts = block.facts();
    for (let row = block.rows - 1; row >= 0; row--) {
      const at = block.at(row);
      if (at < from || at >= to) continue;
      const release = block.release(row);
      yield { id: block.id(row), at, subject: block.subject(row), release, facts: facts(row) };
    }
  }
}
