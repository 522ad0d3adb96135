import type { ImportRow, Verdict } from '../../rules-library/contract/imports.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { records, type Store } from '../store/store.ts';
import { rejectedRowView, stagedRowView } from './import-view.ts';
import { rowsOf } from './staged-rows.ts';
import type { StoredPart } from './stored-import.ts';

interface Wanted {
  verdict: Verdict;
  limit: number;
  /** `PART.PLACE` of the row to begin with. */
  cursor?: string | undefined;
}

const partsAtOnce = 10;

/** Rows of one verdict in the order of the file, page by page; parts without any are passed over unread. */
export async function readRows(
  store: Store,
  vault: PersonalVault,
  of: string,
  { verdict, limit, cursor }: Wanted,
): Promise<{ items: ImportRow[]; next: string | null }> {
  const parts = records<StoredPart>(store, 'importParts');
  let [part, place] = (cursor ?? '0.0').split('.').map(Number) as [number, number];
  const items: ImportRow[] = [];
  for (;;) {
    const found = await parts.find(
      { import: of, part: { $gte: part } },
      { sort: { part: 1 }, limit: partsAtOnce },
    );
    for (const one of found) {
      const rows = viewsOf(vault, one, verdict);
      for (let at = one.part === part ? place : 0; at < rows.length; at++) {
        if (items.length === limit) return { items, next: `${one.part}.${at}` };
        items.push(rows[at]!);
      }
    }
    if (found.length < partsAtOnce) return { items, next: null };
    part = found.at(-1)!.part + 1;
    place = 0;
  }
}

function viewsOf(vault: PersonalVault, part: StoredPart, verdict: Verdict): ImportRow[] {
  if (part.rejected !== null) return verdict === 'rejected' ? part.rejected.map(rejectedRowView) : [];
  if (part.counts[verdict] === 0) return [];
  return rowsOf(vault, part)
    .filter(({ planned }) => planned.verdict === verdict)
    .map(stagedRowView);
}
