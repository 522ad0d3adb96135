import { limits, TableError } from './table.ts';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** Parts of a workbook that are read. */
const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels');

/** An address of a row or a cell: `12`, `AB12`. */
const address = /^([A-Z]{0,3})(\d{1,7})$/;
const named = /\sr\s*=\s*("([^"]*)"|'([^']*)')/g;

/**
 * Throws for a workbook that would unpack to more than is reasonable or that names rows or columns far out, before a reader fills the
 * gaps up to them. What is counted is what comes out of unpacking, not what the archive says of itself; it is looked at piece by
 * piece and never kept.
 */
export async function checkWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  let unpacked = 0;
  for (const entry of zipEntries(bytes)) {
    if (!isRead(entry.name)) continue;
    const check = addressCheck();
    for await (const chunk of unpack(entry)) {
      unpacked += chunk.byteLength;
      if (unpacked > limits.unpackedBytes) throw new TableError('unpacks-too-large');
      check(chunk);
    }
  }
}

/** Looks at addresses once the data of a sheet has begun; an address cut by the end of a chunk is looked at with the next. */
function addressCheck(): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  let inSheet = false;
  return (chunk) => {
    const text = rest + decoder.decode(chunk, { stream: true });
    inSheet ||= text.includes('sheetData');
    const cut = text.lastIndexOf('<');
    rest = cut === -1 ? text.slice(-200) : text.slice(cut).slice(0, 10_000);
    if (!inSheet) return;
    for (const found of text.matchAll(named)) {
      const [, letters, row] = address.exec(found[2] ?? found[3] ?? '') ?? [];
      if (letters === undefined) throw new TableError('broken');
      // Header and rows.
      if (Number(row) > limits.rows + 1) throw new TableError('too-many-rows');
      if (columnNumber(letters) > limits.columns) throw new TableError('too-wide');
    }
  };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

async function* unpack({ method, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('broken');
  } finally {
    await reader.cancel().catch(() => {});
  }
}
