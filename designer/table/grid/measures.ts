/** Sizes of the grid, px. Rows are of one height, so that a table of 1,000 rows draws only those in sight. */
export const rowHeight = 36;
export const rowHeadWidth = 52;
const least = { input: 148, output: 124 };
const most = 300;
/** Rows drawn beyond what is in sight. */
const spare = 8;

/** How wide each column is: as much as there is room for, within bounds. */
export function columnWidths(roles: readonly ('input' | 'output')[], room: number): number[] {
  const share = Math.floor((room - rowHeadWidth - 1) / Math.max(1, roles.length));
  return roles.map((role) => Math.max(least[role], Math.min(share, most)));
}

/** Where a column begins. */
export function leftOf(widths: readonly number[], column: number): number {
  return rowHeadWidth + widths.slice(0, column).reduce((total, width) => total + width, 0);
}

/** The first row to draw, and the one behind the last. */
export function rowsInSight(scrolled: number, height: number, rows: number): [from: number, to: number] {
  const from = Math.max(0, Math.floor(scrolled / rowHeight) - spare);
  return [from, Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + spare)];
}
