import type { ImportRow } from '../../rules-library/contract/imports.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { csvText } from '../design/csv.ts';
import { say } from '../i18n/use-texts.ts';
import { fieldLabel } from './field-label.ts';
import { importsTexts } from './imports.texts.ts';
import type { Table } from './reading/table.ts';

/** Rejected rows as CSV: line, column and reason, then the row as it stood in the file where it is at hand, to be put right and imported again. */
export function rejectedFile(
  kind: ImportKindDefinition,
  rejected: readonly ImportRow[],
  table: Table | undefined,
  language: Language,
): string {
  const cells = new Map(table?.rows.map((row) => [row.line, row.cells]));
  const head = (['line', 'column', 'reason'] as const).map((key) => say(language, importsTexts, key));
  return csvText([
    [...(table?.headers ?? []), ...head],
    ...rejected.map(({ line, path, message }) => {
      const own = table?.headers.map((_, at) => cells.get(line)?.[at] ?? '') ?? [];
      const column = path === null || path === '' ? '' : fieldLabel(kind, path)[language];
      return [...own, String(line), column, message?.[language] ?? ''];
    }),
  ]);
}
