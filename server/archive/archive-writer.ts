import { constants, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeBlock, type ArchivedDecision } from './block.ts';
import { encodeFrame } from './frame.ts';
import { ArchiveError, blocksOf, readBlock, segmentName, segmentsOf, type BlockPlace } from './segments.ts';

/** Most decisions in one block. */
export const mostInBlock = 4096;

/**
 * How many of these decisions (in order of their ids) make the next block: a full one, or all of a day that is over. 0: not enough
 * yet. `until`: every decision made before it is among them. What is cut depends on the decisions alone, never on when one
 * looks, so that an archive made again has the same bytes.
 */
export function nextBlock(decisions: readonly { at: number }[], until: number): number {
  const [first] = decisions;
  if (first === undefined) return 0;
  const nextDay = dayAfter(first.at);
  const later = decisions.findIndex(({ at }) => at >= nextDay);
  const cut = later === -1 ? decisions.length : later;
  if (cut >= mostInBlock) return mostInBlock;
  return later !== -1 || until >= nextDay ? cut : 0;
}

const dayMs = 86_400_000;

function dayAfter(at: number): number {
  return (Math.floor(at / dayMs) + 1) * dayMs;
}

/**
 * Appends blocks to an archive. A block counts once it is on the disk; what a crash left of one is cut off when the archive is opened.
 * Blocks are written at their place, not wherever the file ends: two processes that archive the same decisions write the
 * same bytes to the same places.
 */
export class ArchiveWriter {
  private readonly folder: string;
  private segment: string | undefined;
  private end = 0;
  private lastId = '';

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens the archive in a folder, made when there is none; cuts off what is not whole at its end. */
  static async open(folder: string): Promise<ArchiveWriter> {
    await mkdir(folder, { recursive: true });
    const writer = new ArchiveWriter(folder);
    for (const segment of (await segmentsOf(folder)).toReversed()) {
      const whole = await wholeBlocks(folder, segment);
      const last = whole.at(-1);
      writer.segment ??= segment;
      if (writer.segment === segment) await writer.cut(last === undefined ? 0 : last.offset + last.bytes);
      if (last === undefined) continue;
      writer.lastId = last.last;
      break;
    }
    return writer;
  }

  /** Id of the last decision archived; '' for none. */
  get last(): string {
    return this.lastId;
  }

  /** Writes one block; resolves once it is on the disk. */
  async append(decisions: readonly ArchivedDecision[]): Promise<void> {
    const first = decisions[0];
    const last = decisions.at(-1);
    if (first === undefined || last === undefined) return;
    const times = decisions.map(({ at }) => at);
    const head = {
      rows: decisions.length,
      first: first.id,
      last: last.id,
      after: this.lastId,
      from: times.reduce((one, other) => Math.min(one, other)),
      to: times.reduce((one, other) => Math.max(one, other)),
    };
    const frame = encodeFrame(head, encodeBlock(decisions));
    const name = segmentName(first.at);
    // Never an earlier segment than the last: blocks stand in the order they were written in.
    if (this.segment === undefined || name > this.segment) {
      this.segment = name;
      this.end = 0;
    }
    const handle = await open(join(this.folder, this.segment), constants.O_RDWR | constants.O_CREAT);
    try {
      await handle.write(frame, 0, frame.length, this.end);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    if (this.end === 0) await syncFolder(this.folder);
    this.end += frame.length;
    this.lastId = last.id;
  }

  private async cut(end: number): Promise<void> {
    this.end = end;
    const handle = await open(join(this.folder, this.segment!), 'r+');
    try {
      if ((await handle.stat()).size > end) {
        await handle.truncate(end);
        await handle.datasync();
      }
    } finally {
      await handle.close();
    }
  }
}

/** Blocks of a segment up to the first that is damaged. */
async function wholeBlocks(folder: string, segment: string): Promise<BlockPlace[]> {
  const whole: BlockPlace[] = [];
  for (const block of await blocksOf(folder, segment)) {
    try {
      await readBlock(block);
    } catch (error) {
      if (error instanceof ArchiveError) break;
      throw error;
    }
    whole.push(block);
  }
  return whole;
}

/** A new name in a folder is on the disk only once the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
