import { records, StoreError, type Store } from '../store/store.ts';
import type { PersonalVault } from './personal-vault.ts';

interface StoredCheck {
  _id: string;
  rev: number;
  check: string;
}

/** Refuses a store whose personal data was written with other keys: new data would be lost to it, and old data to us. */
export async function checkPersonalKeys(store: Store, vault: PersonalVault): Promise<void> {
  const meta = records<StoredCheck>(store, 'meta');
  await meta.insert({ _id: 'personal-keys', rev: 0, check: vault.check() });
  const stored = await meta.byId('personal-keys');
  if (stored?.check === vault.check()) return;
  throw new StoreError(
    'The store holds personal data sealed with other keys. Put the key file of this store back into the data folder (or copy it from the machine that has it), then start again.',
  );
}
