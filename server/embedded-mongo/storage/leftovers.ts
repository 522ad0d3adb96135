import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalog } from './catalog.ts';
import type { Engine } from './engine.ts';
import { idRange } from './keys.ts';

const AT_ONCE = 500;

/** Removes the entries of dropped collections and indexes, a few hundred per commit. Safe to be interrupted. */
export async function clearLeftovers(engine: Engine, catalog: Catalog, stop: () => boolean): Promise<void> {
  await catalog.repair();
  let leftover;
  while ((leftover = catalog.leftovers[0]) && !stop()) {
    const { kind, id } = leftover;
    const database = kind === 'docs' ? engine.docs : engine.index;
    const finished = await engine.run(() => {
      const keys = [...database.getKeys({ ...idRange(id), limit: AT_ONCE })];
      engine.together(() => {
        for (const key of keys) void database.remove(key);
      });
      if (keys.length === AT_ONCE) return false;
      catalog.leftovers.shift();
      catalog.saveState();
      return true;
    });
    if (!finished) await nextTurn();
  }
}
