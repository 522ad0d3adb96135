import type { Collection } from '../storage/catalog.ts';
import { checkDeadline } from '../storage/scan.ts';
import type { Context } from './command.ts';

/** Runs a write job that changes a collection's shape, once no open transaction has written to the collection. */
export async function quiet<T>(
  { store, deadline }: Context,
  collection: Collection,
  job: () => T,
): Promise<T> {
  for (;;) {
    const result = await store.engine.run(() => {
      const holder = store.sessions.conflicts.holderIn(collection.id);
      if (holder) return { holder };
      return { value: job() };
    });
    if (!result.holder) return result.value;
    checkDeadline(deadline);
    await result.holder.ended;
  }
}
