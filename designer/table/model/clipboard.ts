/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, quotes around cells that
 * hold either, doubled within. A quote within a cell that does not begin with one is a quote.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && isQuotedCell(source, at)) quoted = true;
    else if (sign === '\t' || sign === '\n') {
      row.push(cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  return [...rows, [...row, cell]];
}

/** Whether the quotes that begin here end right before the next cell. Words that a person quoted alone stay as they are. */
function isQuotedCell(source: string, at: number): boolean {
  const end = /"(?:[^"]|"")*"/y;
  end.lastIndex = at;
  const found = end.exec(source)?.[0];
  if (found === undefined || !/[\t\n]|""/.test(found.slice(1, -1))) return false;
  return /^(?:[\t\n]|$)/.test(source.slice(at + found.length, at + found.length + 1));
}

/** The same for copying out. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cellText = (cell: string): string => (/[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}
