import type { Collection } from '../storage/collection.ts';
import { checkDeadline } from '../storage/scan.ts';
import type { Context } from './command.ts';

/** Runs a write job that changes the shape of collections, once no open transaction has written to them. */
export async function quiet<T>(
  { store, deadline }: Context,
  collections: readonly Collection[],
  job: () => T,
): Promise<T> {
  for (;;) {
    const result = await store.engine.run(() => {
      for (const { id } of collections) {
        const holder = store.sessions.conflicts.holderIn(id);
        if (holder) return { holder };
      }
      return { value: job() };
    });
    if (!result.holder) return result.value;
    checkDeadline(deadline);
    await result.holder.ended;
  }
}
