import type { PersonalVault } from '../personal/personal-vault.ts';
import { catalogAdapter } from './catalog-adapter.ts';
import type { ImportAdapter } from './import-adapter.ts';

/** The way each kind of file is taken in. Throws for a kind that has none, which no schema lets through. */
export function importAdapters(vault: PersonalVault): (kind: string) => ImportAdapter {
  const adapters = [catalogAdapter(vault)];
  const byKind = new Map(
    adapters.flatMap((adapter) => adapter.kinds.map((kind) => [kind as string, adapter])),
  );
  return (kind) => {
    const adapter = byKind.get(kind);
    if (adapter === undefined) throw new Error(`no way to take in ${kind}`);
    return adapter;
  };
}
