import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A decoded column: row `n` holds `values[places[n] - 1]`, or nothing where its place is 0. */
export interface Column {
  values: readonly unknown[];
  places: Uint8Array | Uint16Array | Uint32Array;
}

/** Fast and nearly as small as the best: what is left after the dictionary are short numbers and short texts. */
const level = 3;

/**
 * One column as bytes: its distinct values once, as a JSON array, and for each row the place of its value from 1 (0: absent), in 1, 2
 * or 4 bytes (little-endian) as the number of values needs; all of it deflated. Equal values become one shared value again.
 */
export function encodeColumn(values: readonly unknown[]): Buffer {
  const known = new Map<string, number>();
  const placed = Uint32Array.from(values, (value) => {
    if (value === undefined || value === null) return 0;
    const text = JSON.stringify(value);
    const place = known.get(text) ?? known.size + 1;
    known.set(text, place);
    return place;
  });
  const dictionary = Buffer.from(`[${[...known.keys()].join(',')}]`);
  const width = widthFor(known.size);
  const places = arrays[width].from(placed);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(dictionary.length);
  return deflateRawSync(Buffer.concat([head, dictionary, Buffer.from(places.buffer)]), { level });
}

/** Reads `encodeColumn`'s bytes; `rows` is how many it holds. */
export function decodeColumn(bytes: Uint8Array, rows: number): Column {
  const plain = inflateRawSync(bytes);
  const end = 4 + plain.readUInt32LE(0);
  const values = JSON.parse(plain.toString('utf8', 4, end)) as unknown[];
  // Copied: the bytes need not start where a wider array may start.
  const places = plain.buffer.slice(plain.byteOffset + end, plain.byteOffset + plain.length);
  return { values, places: new arrays[widthFor(values.length)](places, 0, rows) };
}

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

function widthFor(values: number): keyof typeof arrays {
  if (values <= 0xff) return 1;
  return values <= 0xffff ? 2 : 4;
}
