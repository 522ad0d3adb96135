import type { StoreSession } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Write } from '../store/write-all.ts';
import type { CollectionWrites } from './working-copy.ts';

/** Another writer changed a document between our read and our write: the group is loaded and planned again. */
export class Moved extends Error {
  override name = 'Moved';
}

/** All writes in one go; changes are filtered by the `rev` that was read. */
export async function writeGroup(
  store: Store,
  session: StoreSession,
  collections: readonly [string, CollectionWrites][],
): Promise<void> {
  const changes: Write[] = [];
  const inserts: Write[] = [];
  for (const [name, writes] of collections) {
    for (const { document, rev } of writes.replacements)
      changes.push({ replace: name, where: { _id: document._id, rev }, document });
    for (const { id: _id, rev } of writes.removals) changes.push({ remove: name, where: { _id, rev } });
    for (const document of writes.inserts) inserts.push({ insert: name, document });
  }
  const found = await store.writeAll(session, [...changes, ...inserts]);
  if (found !== changes.length) throw new Moved();
}
