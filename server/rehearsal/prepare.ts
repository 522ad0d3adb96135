import type { Template } from '../../rules-library/schema/template.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import type { Store } from '../store/store.ts';
import { loadTemplate } from '../templates/load-template.ts';
import type { Chain } from './chain/chain.ts';

const chunk = 500;

export interface PrepareOptions {
  door: Door;
  store: Store;
  template: Template;
  /** Whether rules are in force already: then the person's own decide, and nothing is published for them. */
  hasRelease: () => boolean;
  /** Who started the rehearsal. */
  actor: Actor;
}

/** Brings catalogue, template and a first release through the same doors as everybody's. */
export async function prepareChain(
  chain: Chain,
  { door, store, template, hasRelease, actor }: PrepareOptions,
  onProgress: (share: number) => void,
): Promise<void> {
  const kinds: [string, Record<string, unknown>[]][] = [
    ['warehouses', chain.warehouses.map(({ id, name, province, city }) => ({ id, name, province, city }))],
    [
      'shops',
      chain.shops.map(({ city: _city, province: _province, warehouse: _warehouse, ...shop }) => shop),
    ],
    ['skus', chain.skus.map(({ price: _price, profile: _profile, ...sku }) => sku)],
  ];
  const total = kinds.reduce((sum, [, items]) => sum + Math.ceil(items.length / chunk), 0);
  let done = 0;
  for (const [kind, items] of kinds) {
    for (let from = 0; from < items.length; from += chunk) {
      const part = items.slice(from, from + chunk);
      answerOf(
        await door.execute(
          { name: 'import-catalog', input: { kind, items: part }, bytes: 300 * part.length },
          actor,
        ),
      );
      onProgress(++done / total);
    }
  }
  if (hasRelease()) return;
  await loadTemplate({ door, store }, template, actor);
  const flows = await store
    .collection('flows')
    .find({ _id: { $in: template.flows.map(({ id }) => id) } } as never)
    .project({ version: 1 })
    .toArray();
  const input = {
    flows: flows.map(({ _id, version }) => ({ id: String(_id), version: Number(version) })),
    note: template.title.zh,
  };
  answerOf(await door.execute({ name: 'publish-release', input }, actor));
}
