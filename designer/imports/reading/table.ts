/** A file read as a table: its headers, and its rows with the lines they stand on. */
export interface Table {
  headers: string[];
  rows: { line: number; cells: string[] }[];
}

/** Why a file cannot be read. Each has its words in `imports.texts.ts`. */
export type TableProblem =
  | 'too-large'
  | 'too-many-rows'
  | 'too-wide'
  | 'unpacks-too-large'
  | 'old-excel'
  | 'broken'
  | 'empty'
  | 'too-slow';

export class TableError extends Error {
  readonly problem: TableProblem;
  /** Where in the file, as far as known. */
  readonly line: number | undefined;

  constructor(problem: TableProblem, line?: number) {
    super(problem);
    this.name = 'TableError';
    this.problem = problem;
    this.line = line;
  }
}

export const megabyte = 1_048_576;

/** What a file may be at most. Beyond, it is no list of stock or prices, or it means harm. */
export const limits = {
  bytes: 20 * megabyte,
  unpackedBytes: 200 * megabyte,
  rows: 100_000,
  columns: 200,
  entries: 2000,
} as const;
