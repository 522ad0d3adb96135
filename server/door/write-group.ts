import type { StoreSession } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { CollectionWrites } from './working-copy.ts';

/** Another writer changed a document between our read and our write: the group is loaded and planned again. */
export class Moved extends Error {
  override name = 'Moved';
}

/** One insertMany and one bulkWrite per collection; changes are filtered by the `rev` that was read. */
export async function writeGroup(
  store: Store,
  session: StoreSession,
  writes: readonly [string, CollectionWrites][],
): Promise<void> {
  for (const [name, { inserts, replacements, removals }] of writes) {
    const collection = store.collection(name);
    const changes = [
      ...replacements.map(({ document, rev }) => ({
        replaceOne: { filter: { _id: document._id, rev }, replacement: document },
      })),
      ...removals.map(({ id, rev }) => ({ deleteOne: { filter: { _id: id, rev } } })),
    ];
    if (changes.length > 0) {
      const result = await collection.bulkWrite(changes as never, { session, ordered: true });
      if (result.matchedCount + result.deletedCount !== changes.length) throw new Moved(name);
    }
    if (inserts.length > 0) await collection.insertMany(inserts as never, { session, ordered: true });
  }
}
