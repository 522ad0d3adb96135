import type { Store } from '../store/store.ts';
import type { Seal } from './seal.ts';

/** Links of the chain from `n` on, in order, without what only the store needs. */
export async function sealsFrom(store: Store, n: number, limit: number): Promise<Seal[]> {
  const found = await store
    .collection('seals')
    .find({ n: { $gte: n } })
    .sort({ n: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, rev: _rev, ...seal }) => seal as unknown as Seal);
}
