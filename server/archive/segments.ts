import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Block } from './block.ts';
import { prefixBytes, readBody, readHead, readPrefix, type FrameHead } from './frame.ts';

/** Where a block lies. */
export interface BlockPlace extends FrameHead {
  file: string;
  offset: number;
  bytes: number;
}

/** A block whose bytes are not what was written: the disk's mistake. The archive can be made again from the store. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

const ending = '.facts';

/** `2026-11-24.facts`, the UTC day of its decisions. */
export function segmentName(at: number): string {
  return `${new Date(at).toISOString().slice(0, 10)}${ending}`;
}

/** Segments of an archive by name, the oldest first; none where there is no folder. */
export async function segmentsOf(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(ending)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Blocks of one segment up to the first that is not whole by its length. Reads their heads only. */
export async function blocksOf(folder: string, segment: string): Promise<BlockPlace[]> {
  const file = join(folder, segment);
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const blocks: BlockPlace[] = [];
    for (let offset = 0; offset < size;) {
      const prefix = readPrefix(await readAt(handle, offset, prefixBytes));
      if (prefix === undefined || offset + prefix.bytes > size) break;
      const head = readHead(await readAt(handle, offset + prefixBytes, prefix.headBytes));
      blocks.push({ ...head, file, offset, bytes: prefix.bytes });
      offset += prefix.bytes;
    }
    return blocks;
  } finally {
    await handle.close();
  }
}

/**
 * All blocks that may hold decisions of a span of time (epoch ms, `to` not included), the oldest first. Throws an `ArchiveError` where
 * blocks are gone from the middle; whole files may be gone from the beginning.
 */
export async function listBlocks(
  folder: string,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Promise<BlockPlace[]> {
  const found: BlockPlace[] = [];
  for (const segment of await segmentsOf(folder)) {
    for (const block of await blocksOf(folder, segment)) {
      const before = found.at(-1);
      if (before !== undefined && before.last !== block.after)
        throw damaged(before.file, before.offset + before.bytes);
      found.push(block);
    }
  }
  return found.filter((block) => block.to >= from && block.from < to);
}

function damaged(file: string, offset: number): ArchiveError {
  return new ArchiveError(
    `${file} is damaged at byte ${offset}. Make the archive again from the store: npm run archive -- --rebuild`,
  );
}

/** Id of the last decision archived; '' for none. */
export async function lastArchived(folder: string): Promise<string> {
  for (const segment of (await segmentsOf(folder)).toReversed()) {
    const last = (await blocksOf(folder, segment)).at(-1);
    if (last !== undefined) return last.last;
  }
  return '';
}

/** Reads one block; throws an `ArchiveError` when it is damaged. */
export async function readBlock({ file, offset, bytes }: BlockPlace): Promise<Block> {
  const handle = await open(file, 'r');
  try {
    const body = readBody(await readAt(handle, offset, bytes));
    if (body === undefined) throw damaged(file, offset);
    return new Block(body);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, offset);
  return buffer.subarray(0, bytesRead);
}
