import { roles } from '../../rules-library/choices/index.ts';
import { records, type Store } from '../store/store.ts';
import { firstSettingsOf } from './first-settings.ts';
import type { RoleSettings, StoredRole } from './stored-role.ts';

const mostTries = 20;

/**
 * Fills in what the table does not know yet: everything on a new store, the buttons an update brought on an older one. What
 * is there stays as the steward left it.
 */
export async function fillTable(store: Store): Promise<void> {
  const stored = records<StoredRole>(store, 'permissions');
  for (const { value } of roles) {
    const first = firstSettingsOf(value);
    await stored.insert({ ...first, rev: 1 });
    for (let tried = 1; !(await complete(store, first)); tried++) {
      if (tried === mostTries) throw new Error(`the buttons of ${value} cannot be written`);
    }
  }
}

/** False when somebody changed the role meanwhile: it is looked at again. */
async function complete(store: Store, first: RoleSettings): Promise<boolean> {
  const found = await records<StoredRole>(store, 'permissions').byId(first._id);
  if (found === null) return false;
  const missing = [
    ...missingOf('buttons', first.buttons, found.buttons),
    ...missingOf('reads', first.reads, found.reads),
  ];
  if (missing.length === 0) return true;
  const { modifiedCount } = await store
    .collection('permissions')
    .updateOne({ _id: first._id, rev: found.rev } as never, {
      $set: Object.fromEntries(missing),
      $inc: { rev: 1 },
    });
  return modifiedCount === 1;
}

function missingOf(field: string, first: object, found: object): [string, unknown][] {
  return Object.entries(first)
    .filter(([name]) => !Object.hasOwn(found, name))
    .map(([name, value]) => [`${field}.${name}`, value]);
}
