import type { PersonalVault } from '../personal/personal-vault.ts';
import type { Store } from '../store/store.ts';
import { catalogAdapter } from './catalog-adapter.ts';
import type { ImportAdapter } from './import-adapter.ts';
import { stockAdapter } from './stock-adapter.ts';

/** The way each kind of file is taken in. Throws for a kind that has none, which no schema lets through. */
export function importAdapters(vault: PersonalVault, store: Store): (kind: string) => ImportAdapter {
  const adapters = [stockAdapter(store), catalogAdapter(vault)];
  const byKind = new Map(
    adapters.flatMap((adapter) => adapter.kinds.map((kind) => [kind as string, adapter])),
  );
  return (kind) => {
    const adapter = byKind.get(kind);
    if (adapter === undefined) throw new Error(`no way to take in ${kind}`);
    return adapter;
  };
}
