import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import {
  importRowSchema,
  importsAnswerSchema,
  importSchema,
  rowsPerPart,
  verdictCountsSchema,
  type ImportRow,
  type Verdict,
} from '../../rules-library/contract/imports.ts';
import type { TableRow } from '../../rules-library/tables/map-columns.ts';
import { call, path } from '../api/client.ts';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';

const rowsAnswer = listAnswer(importRowSchema);
const partAnswer = z.object({ staged: z.int(), counts: verdictCountsSchema });
const pollMs = 1000;
export const rowsPerPage = 100;

/** Files imported before, the newest first, and whether bringing files is closed. */
export function useImports() {
  return useQuery({
    queryKey: [...queryKeys.imports, 'list'],
    queryFn: ({ signal }) => call({ path: '/imports', answer: importsAnswerSchema, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'applying') === true ? pollMs : false,
  });
}

/** How far one import is; asked again while it runs. */
export function useImport(id: string) {
  return useQuery({
    queryKey: [...queryKeys.imports, id],
    queryFn: ({ signal }) => call({ path: path`/imports/${id}`, answer: importSchema, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'applying' ? pollMs : false),
  });
}

function readPage(
  id: string,
  verdict: Verdict,
  limit: number,
  cursor: string | undefined,
  signal?: AbortSignal,
) {
  return call({
    path: path`/imports/${id}/rows`,
    query: { verdict, limit, cursor },
    answer: rowsAnswer,
    ...(signal && { signal }),
  });
}

/** Rows of one verdict, page by page. `done`: how far the import is, since rows taken in are shown no more. */
export function useImportRows(id: string, verdict: Verdict, done: number) {
  return useInfiniteQuery({
    queryKey: [...queryKeys.imports, id, 'rows', verdict, done],
    queryFn: ({ pageParam, signal }) => readPage(id, verdict, rowsPerPage, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Every rejected row, for a file. */
export async function readRejected(id: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await readPage(id, 'rejected', 500, cursor);
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

export interface Staging {
  kind: string;
  file: { name: string; bytes: number };
  rows: readonly TableRow[];
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

/** Sends the rows to see what they would change; answers the import's id. A part whose answer was lost is sent again: it counts once. */
export async function stageRows({ kind, file, rows, onProgress, signal }: Staging): Promise<string> {
  const id = newIdempotencyKey();
  for (let part = 0; part * rowsPerPart < rows.length; part++) {
    const { staged } = await call({
      method: 'PUT',
      path: path`/imports/${id}/parts/${String(part)}`,
      body: {
        kind,
        file,
        total: rows.length,
        rows: rows.slice(part * rowsPerPart, (part + 1) * rowsPerPart),
      },
      answer: partAnswer,
      signal,
    });
    onProgress(staged);
  }
  return id;
}
