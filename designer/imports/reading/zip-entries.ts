import { limits, TableError } from './table.ts';

/** A file inside an archive. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Packed bytes. */
  packed: Uint8Array<ArrayBuffer>;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;

/**
 * What the directory at the end of a ZIP archive lists (PKWARE APPNOTE 4.3.12 and 4.3.16), nothing unpacked yet. Throws `broken` for
 * archives that are encrypted, in several parts, in the format for more than 4 GB, or whose directory does not fit.
 */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new TableError('broken');
  const entries: ZipEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let n = 0; n < count; n++) {
      if (view.getUint32(at, true) !== entryMark) throw new TableError('broken');
      const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
      const method = view.getUint16(at + 10, true);
      if (isEncrypted || (method !== 0 && method !== 8)) throw new TableError('broken');
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const size = view.getUint32(at + 20, true);
      entries.push({ name, method, packed: packedOf(bytes, view, view.getUint32(at + 42, true), size) });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    // Reading beyond the end of the file.
    throw error instanceof TableError ? error : new TableError('broken');
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw new TableError('broken');
}

function packedOf(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  local: number,
  size: number,
): Uint8Array<ArrayBuffer> {
  if (view.getUint32(local, true) !== localMark) throw new TableError('broken');
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (begin + size > bytes.byteLength) throw new TableError('broken');
  return bytes.subarray(begin, begin + size);
}
