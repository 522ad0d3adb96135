import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import iconv from 'iconv-lite';
import { parse } from 'csv-parse';

/** One row of a file with the line it starts on, as people count lines. */
export interface Row {
  line: number;
  cells: Record<string, string>;
}

/** One line of a JSON-lines file: an object, or why it is none. */
export interface JsonRow {
  line: number;
  value?: unknown;
  broken?: boolean;
  text: string;
}

const sampleBytes = 256 * 1024;

/** UTF-8 unless its beginning cannot be that: files saved by Chinese spreadsheets are GB18030. */
export async function detectEncoding(file: string): Promise<'utf8' | 'gb18030'> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const sample = buffer.subarray(0, bytesRead);
    // `stream` lets a character cut by the sample's end pass.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf8';
  } catch {
    return 'gb18030';
  } finally {
    await handle.close();
  }
}

/** The header line of a CSV file; tabs and semicolons are understood as separators too. */
export async function* readCsv(file: string): AsyncGenerator<Row> {
  const encoding = await detectEncoding(file);
  const parser = createReadStream(file)
    .pipe(iconv.decodeStream(encoding))
    .pipe(
      parse({
        bom: true,
        columns: (header: string[]) => header.map((name) => name.trim()),
        delimiter: [',', '\t', ';'],
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: 1_000_000,
      }),
    );
  let previous = 1;
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    yield { line: previous + 1, cells: record };
    previous = info.lines;
  }
}

/** Lines of a JSON-lines file; empty ones are passed over. */
export async function* readJsonLines(file: string): AsyncGenerator<JsonRow> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    try {
      yield { line, value: JSON.parse(text.replace(/^\uFEFF/, '')), text };
    } catch {
      yield { line, broken: true, text };
    }
  }
}
