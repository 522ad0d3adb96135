import type { PersonalVault } from '../personal/personal-vault.ts';
import type { StagedRow, StoredPart } from './stored-import.ts';

type Kept = Pick<StoredPart, 'rows' | 'sealed'>;

/** Rows as they wait in the store: those with personal data sealed, bound to their part. */
export function keptRows(vault: PersonalVault, id: string, rows: StagedRow[], personal: boolean): Kept {
  return personal ? { rows: null, sealed: vault.seal(rows, `importParts/${id}`) } : { rows, sealed: null };
}

/** The rows of a part that still waits; empty once it was taken in. */
export function rowsOf(vault: PersonalVault, { _id, rows, sealed }: StoredPart): StagedRow[] {
  if (sealed !== null) return vault.open(sealed, `importParts/${_id}`) as StagedRow[];
  return rows ?? [];
}
