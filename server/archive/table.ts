import { decodeColumn, encodeColumn, type Column } from './column.ts';

type Row = Readonly<Record<string, unknown>>;

interface Part {
  name: string;
  /** `values`: a column; `rows`: a list of records per row (order lines), as how many there are and a table of all of them. */
  kind: 'values' | 'rows';
  bytes: number;
}

interface Head {
  rows: number;
  parts: Part[];
}

/** Records as columns: `u32 length of the head | head (JSON) | bytes of each part`. Columns are in order of their names. */
export function encodeTable(rows: readonly Row[]): Buffer {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const parts = [...names].sort().map((name) => {
    const values = rows.map((row) => row[name]);
    const lists = values.filter((value) => value !== undefined && value !== null);
    const nested = lists.every(isRecords) && lists.some((list) => list.length > 0);
    return nested
      ? { name, kind: 'rows' as const, body: encodeLists(values as (readonly Row[] | undefined)[]) }
      : { name, kind: 'values' as const, body: encodeColumn(values) };
  });
  const head: Head = {
    rows: rows.length,
    parts: parts.map(({ name, kind, body }) => ({ name, kind, bytes: body.length })),
  };
  return Buffer.concat([sized(Buffer.from(JSON.stringify(head))), ...parts.map(({ body }) => body)]);
}

function encodeLists(lists: readonly (readonly Row[] | undefined)[]): Buffer {
  const counts = encodeColumn(lists.map((list) => list?.length));
  return Buffer.concat([sized(counts), encodeTable(lists.flatMap((list) => list ?? []))]);
}

function sized(bytes: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([size, bytes]);
}

function isRecords(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  );
}

/** Reads `encodeTable`'s bytes column by column: what nobody asks for is never unpacked. */
export class Table {
  readonly rows: number;
  private readonly parts: ReadonlyMap<string, { kind: Part['kind']; body: Buffer }>;
  private readonly read = new Map<string, Column>();

  constructor(bytes: Buffer) {
    const start = 4 + bytes.readUInt32LE(0);
    const head = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
    let at = start;
    this.rows = head.rows;
    this.parts = new Map(
      head.parts.map(({ name, kind, bytes: length }) => [
        name,
        { kind, body: bytes.subarray(at, (at += length)) },
      ]),
    );
  }

  /** Names of its columns, sorted. */
  names(): string[] {
    return [...this.parts.keys()];
  }

  /** One column; undefined when no row has it. */
  column(name: string): Column | undefined {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const part = this.parts.get(name);
    if (part === undefined) return undefined;
    const column =
      part.kind === 'values' ? decodeColumn(part.body, this.rows) : decodeLists(part.body, this.rows);
    this.read.set(name, column);
    return column;
  }

  /** The value of a row in a column. */
  value(name: string, row: number): unknown {
    const column = this.column(name);
    return column === undefined ? undefined : column.values[column.places[row]! - 1];
  }

  /** A reader of rows as records, of these columns only (of all, where none are named). Values may be shared among rows. */
  records(names: readonly string[] = this.names()): (row: number) => Record<string, unknown> {
    const columns = names.flatMap((name) => {
      const column = this.column(name);
      return column === undefined ? [] : [{ name, ...column }];
    });
    return (row) => {
      const record: Record<string, unknown> = {};
      for (const { name, values, places } of columns) {
        const place = places[row]!;
        if (place > 0) record[name] = values[place - 1];
      }
      return record;
    };
  }
}

/** A list of records per row, each row its own place; rows without a list hold nothing. */
function decodeLists(body: Buffer, rows: number): Column {
  const end = 4 + body.readUInt32LE(0);
  const counts = decodeColumn(body.subarray(4, end), rows);
  const table = new Table(body.subarray(end));
  const record = table.records();
  const values: unknown[] = [];
  const places = new Uint32Array(rows);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const place = counts.places[row]!;
    if (place === 0) continue;
    const count = counts.values[place - 1] as number;
    places[row] = values.push(Array.from({ length: count }, () => record(next++)));
  }
  return { values, places };
}
