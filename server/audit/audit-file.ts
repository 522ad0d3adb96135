import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { Seal } from './seal.ts';

/**
 * A closed day of the audit in a file of its own: JSON lines, first its head, then each link of the chain followed by the entries
 * it names, at last its end with the SHA-256 of all lines before, signed.
 */
export const fileHeadSchema = z.object({ day: z.iso.date(), from: z.int(), prev: z.string() });
export type FileHead = z.infer<typeof fileHeadSchema>;

/** What the signature is over: `from` and `to` are links of the chain, `sha256` the lines before. */
export const fileEndSchema = z.object({
  day: z.iso.date(),
  from: z.int(),
  to: z.int(),
  entries: z.int(),
  sha256: z.string(),
});
export type FileEnd = z.infer<typeof fileEndSchema>;

const lineSchema = z.union([
  z.object({ head: fileHeadSchema }),
  z.object({ seal: z.record(z.string(), z.unknown()) }),
  z.object({ entry: z.record(z.string(), z.unknown()) }),
  z.object({ end: fileEndSchema, signature: z.string() }),
]);

export type FileLine =
  { head: FileHead } | { seal: Seal } | { entry: AuditEntry } | { end: FileEnd; signature: string };

const pattern = /^audit-\d{4}-\d{2}-\d{2}\.ndjson$/;

export function fileName(day: string): string {
  return `audit-${day}.ndjson`;
}

/** Files of closed days, the oldest first; none where there is no folder. */
export async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The lines of a file with the SHA-256 of all bytes before each; undefined for a line that we would not have written so. */
export async function* readFileLines(
  file: string,
): AsyncGenerator<{ line: FileLine | undefined; before: string }> {
  const hash = createHash('sha256');
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let bytes = Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(newLine); end !== -1; end = bytes.indexOf(newLine)) {
      const line = bytes.subarray(0, end + 1);
      yield { line: parsedLine(line.subarray(0, -1).toString('utf8')), before: hash.copy().digest('hex') };
      hash.update(line);
      bytes = bytes.subarray(end + 1);
    }
    rest = bytes;
  }
  if (rest.length > 0) yield { line: undefined, before: hash.digest('hex') };
}

const newLine = 10;
const tailBytes = 4096;

/** What stands at the end of a file; undefined where it is not whole. */
export async function endOf(folder: string, name: string): Promise<FileEnd | undefined> {
  const handle = await open(join(folder, name), 'r');
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
    const last = buffer.subarray(0, bytesRead).toString('utf8').trimEnd().split('\n').at(-1) ?? '';
    const line = parsedLine(last);
    return line !== undefined && 'end' in line ? line.end : undefined;
  } finally {
    await handle.close();
  }
}

function parsedLine(text: string): FileLine | undefined {
  try {
    const line = lineSchema.safeParse(JSON.parse(text)).data as FileLine | undefined;
    return line !== undefined && canonicalJson(line) === text ? line : undefined;
  } catch {
    return undefined;
  }
}
