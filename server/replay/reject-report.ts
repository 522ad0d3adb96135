import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Language } from '../../rules-library/schema/text.ts';
import type { RejectedRow } from './assemble.ts';

const heads: Record<Language, string> = { zh: '行,列,原因', en: 'line,column,reason' };

/** A spreadsheet must not run what a file of strangers wrote. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\0]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Writes every rejected row with line, column and reason, in order of lines; spreadsheets open it with Chinese intact. */
export async function writeRejects(
  file: string,
  rows: readonly RejectedRow[],
  language: Language,
): Promise<void> {
  const out = createWriteStream(file);
  out.write(`\uFEFF${heads[language]}\r\n`);
  for (const { line, column, reason } of rows.toSorted((a, b) => a.line - b.line)) {
    out.write(`${line},${cell(column ?? '')},${cell(reason[language])}\r\n`);
  }
  out.end();
  await once(out, 'finish');
}
