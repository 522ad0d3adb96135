import { availableParallelism } from 'node:os';
import {
  addCounts,
  addDifference,
  noCounts,
  noDifference,
  type Counts,
  type Difference,
} from '../../runtime/verify/index.ts';
import { Thread } from '../threads/thread.ts';
import type { ReplayPart, ReplaySetup } from './replay-run.ts';
import type { ReplayRequest } from './replay.thread.ts';
import { listBlocks, type BlockPlace } from './segments.ts';

export interface ReplayOptions extends ReplaySetup {
  /** Folder of the archive. */
  folder: string;
  /** Worker threads; all cores unless said. */
  threads?: number;
  onProgress?: (progress: { decisions: number; of: number }) => void;
  /** Aborting ends the replay; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface Replayed {
  counts: Counts;
  /** Null when there was nothing to compare with. */
  difference: Difference | null;
}

/** Decisions a thread is given at a time: few enough to share the end of the work and to tell how far it is. */
const decisionsAtATime = 8192;

/**
 * Replays archived decisions through rules, on worker threads. Blocks are read and forgotten one by one, so memory does not grow with
 * the archive. Throws an `ArchiveError` where the archive is damaged, a `RuleError` for rules that cannot be run.
 */
export async function replayArchive(options: ReplayOptions): Promise<Replayed> {
  const { folder, threads = availableParallelism(), onProgress, signal, ...setup } = options;
  const blocks = await listBlocks(folder, setup.from, setup.to);
  const of = blocks.reduce((sum, { rows }) => sum + rows, 0);
  const parts = inParts(blocks);
  let counts = noCounts();
  let difference = noDifference();
  let decisions = 0;
  const work = async (): Promise<void> => {
    const thread = new Thread(new URL('./replay.thread.ts', import.meta.url));
    try {
      for (let first = true; ; first = false) {
        const part = parts.shift();
        if (part === undefined) break;
        const request: ReplayRequest = { blocks: part, ...(first ? { setup } : {}) };
        const answer = await thread.ask<ReplayPart>(request, { signal });
        counts = addCounts(counts, answer.counts);
        if (answer.difference !== null) difference = addDifference(difference, answer.difference);
        decisions += part.reduce((sum, { rows }) => sum + rows, 0);
        onProgress?.({ decisions, of });
      }
    } finally {
      // What is left is not begun by the others either.
      parts.length = 0;
      await thread.close();
    }
  };
  const working = Array.from({ length: Math.max(1, Math.min(threads, parts.length)) }, work);
  const ended = await Promise.allSettled(working);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return { counts, difference: setup.live === undefined ? null : difference };
}

function inParts(blocks: readonly BlockPlace[]): BlockPlace[][] {
  const parts: BlockPlace[][] = [];
  let rows = 0;
  for (const block of blocks) {
    if (rows === 0 || rows + block.rows > decisionsAtATime) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)!.push(block);
    rows += block.rows;
  }
  return parts;
}
