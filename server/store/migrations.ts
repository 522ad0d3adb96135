import type { mongo } from 'mongoose';

interface Store {
  collection(name: string): mongo.Collection;
}

/** A change of stored shapes, oldest first; each runs once, forward only. */
export interface Migration {
  /** The schema number the store has afterwards. */
  to: number;
  run(store: Store): Promise<void>;
}

/** The first released shape is 1: nothing to migrate from yet. */
const migrations: readonly Migration[] = [];
const current = 1;

/** Brings the stored shapes to what this build writes; refuses a store written by a newer build. */
export async function migrate(store: Store): Promise<void> {
  const meta = store.collection('meta');
  const id = { _id: 'schema' } as never;
  const stored = (await meta.findOne(id))?.number as number | undefined;
  if (stored === undefined) {
    await meta.updateOne(id, { $set: { number: current, rev: 0 } }, { upsert: true });
    return;
  }
  if (stored > current) {
    throw new Error(
      `The store was written by a newer version (shape ${stored}, this build knows ${current}). Start that version, or restore a backup.`,
    );
  }
  for (const migration of migrations) {
    if (migration.to <= stored) continue;
    await migration.run(store);
    await meta.updateOne(id, { $set: { number: migration.to } });
  }
}
