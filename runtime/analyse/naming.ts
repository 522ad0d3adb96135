import type { Text } from '../../rules-library/schema/text.ts';

/** What a person calls the parts of a drawing; what is not named is called by its id. */
export interface FindingNames {
  /** Of a rule by its id. */
  rule?: (id: string) => Text | undefined;
  /** Of a table or score card by its `FLOW.NODE`. */
  node?: (id: string) => Text | undefined;
  /** Of a row of a table: 「第 3 行」. */
  row?: (table: string, row: string) => Text | undefined;
}

/** A table or score card: 「运费」. */
export function nodeWords(id: string, { node }: FindingNames): Text {
  const name = node?.(id);
  return { zh: `「${name?.zh ?? id}」`, en: `"${name?.en ?? id}"` };
}

/** A row of a table. */
export function rowWords(table: string, row: string, names: FindingNames): Text {
  return names.row?.(table, row) ?? { zh: `「${row}」行`, en: `row "${row}"` };
}
