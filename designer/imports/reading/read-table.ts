import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { limits, TableError, type Table } from './table.ts';

const zip = [0x50, 0x4b, 0x03, 0x04];
/** Compound files: Excel before 2007, and workbooks with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a file by what it is, not by its name. Throws `TableError`. */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  if (bytes.byteLength > limits.bytes) throw new TableError('too-large');
  const begins = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (begins(compound)) throw new TableError('old-excel');
  return begins(zip) ? readXlsx(bytes) : readCsv(bytes);
}
