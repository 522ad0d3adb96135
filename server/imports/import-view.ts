import type { ImportRow, ImportView } from '../../rules-library/contract/imports.ts';
import { isoTime } from '../orders/order-view.ts';
import type { RejectedLine, StagedRow, StoredImport } from './stored-import.ts';

/** An import as it is shown. */
export function importView(found: StoredImport): ImportView {
  const {
    _id: id,
    kind,
    file,
    state,
    total,
    staged,
    done,
    counts,
    outcome,
    by,
    applied,
    endedAt,
    sameAs,
  } = found;
  return {
    id,
    kind,
    file,
    state,
    total,
    staged,
    done,
    counts,
    outcome,
    by: { id: by.id, name: by.name },
    at: isoTime(found.at),
    startedAt: applied === null ? null : isoTime(applied.at),
    endedAt: endedAt === null ? null : isoTime(endedAt),
    sameAs:
      sameAs === null
        ? null
        : { id: sameAs.id, at: isoTime(sameAs.at), by: { id: sameAs.by.id, name: sameAs.by.name } },
    note: found.note,
  };
}

/** A row that waits: of a changed item only what changes. */
export function stagedRowView({ line, planned }: StagedRow): ImportRow {
  if (planned.verdict === 'rejected') return rejectedRowView({ line, ...planned });
  const { verdict, id, before, after } = planned;
  const row = { line, verdict, id, path: null, message: null };
  if (verdict !== 'changed') return { ...row, before: null, after: verdict === 'added' ? after : null };
  const moved = Object.keys(after).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]),
  );
  return { ...row, before: only(before ?? {}, moved), after: only(after, moved) };
}

export function rejectedRowView({ line, path, message }: RejectedLine): ImportRow {
  return { line, verdict: 'rejected', id: null, before: null, after: null, path, message };
}

function only(item: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]]));
}
