/** A place in the grid; the row behind the last one is what a result is otherwise. */
export interface Place {
  row: number;
  column: number;
}

/** What is chosen: from where the choosing began to where it is now. */
export interface Chosen {
  anchor: Place;
  cursor: Place;
}

export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Size {
  rows: number;
  columns: number;
}

export function chosenAt(row: number, column: number): Chosen {
  return { anchor: { row, column }, cursor: { row, column } };
}

/** The rectangle that is chosen, both ends included. */
export function blockOf({ anchor, cursor }: Chosen): Block {
  return {
    top: Math.min(anchor.row, cursor.row),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}

export function isIn({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The cursor moved by so many rows and columns, kept within the grid; `stretch` leaves the anchor where it is. */
export function moved(chosen: Chosen, rows: number, columns: number, size: Size, stretch = false): Chosen {
  const cursor = within({ row: chosen.cursor.row + rows, column: chosen.cursor.column + columns }, size);
  return { anchor: stretch ? chosen.anchor : cursor, cursor };
}

/** What is chosen, after the grid has become smaller. */
export function clamped({ anchor, cursor }: Chosen, size: Size): Chosen {
  return { anchor: within(anchor, size), cursor: within(cursor, size) };
}

function within({ row, column }: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

/** The next cell in reading order (−1: the one before); undefined at the end, where Tab leaves the grid. */
export function stepped({ cursor }: Chosen, by: 1 | -1, { rows, columns }: Size): Chosen | undefined {
  const at = cursor.row * columns + cursor.column + by;
  if (at < 0 || at >= rows * columns) return undefined;
  return chosenAt(Math.floor(at / columns), at % columns);
}
