import type { CatalogKind } from '../../rules-library/schema/catalog.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { tableKinds } from '../../rules-library/tables/table-columns.ts';
import { needsOfItems, planItems } from '../catalog/plan-items.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { NotAllowed, type ImportAdapter } from './import-adapter.ts';

interface CatalogResult {
  added: number;
  changed: number;
  same: number;
  rejected: { index: number; path: string; message: Text }[];
}

/** Master data: the rows of a part are one press of `import-catalog`. */
export function catalogAdapter(vault: PersonalVault): ImportAdapter {
  return {
    kinds: tableKinds,
    personal: (kind) => kind === 'customers',
    needs: (kind, items) => [needsOfItems(kind as CatalogKind, items)],
    plan: (kind, items, state) => planItems(vault, kind as CatalogKind, items, state).items,
    async takeIn(kind, rows, as, key) {
      const items = rows.map(({ item }) => item);
      const executed = await as.press(
        { name: 'import-catalog', input: { kind, items }, bytes: 300 * items.length },
        key,
      );
      if (!executed.ok) throw new NotAllowed(executed.refusal);
      const { rejected, ...counts } = executed.outcome.result as unknown as CatalogResult;
      return {
        counts: { ...counts, rejected: rejected.length },
        rejected: rejected.map(({ index, path, message }) => ({ line: rows[index]!.line, path, message })),
      };
    },
  };
}
