import type { Layer } from '../../rules-library/choices/layers.ts';
import type { CustomerItem, ShopItem, SkuItem } from '../../rules-library/schema/catalog.ts';
import type { Need, State, StoredDocument } from '../door/handler.ts';
import { accountOf, type StoredCredit } from './credit.ts';
import { momentFacts, dayOf } from './facts/moment.ts';
import { layerOf, putOrderFacts } from './facts/order-facts.ts';
import { identitiesIn } from './identity-entries.ts';
import type { StoredOrder } from './order.ts';
import { needsOfWaits } from '../stages/order-waits.ts';

interface Catalogued<Item> extends StoredDocument {
  item: Partial<Item>;
}

/** The list of provinces and cities that are far away. */
const remoteAreas = 'remote-areas';

type Named = Pick<StoredOrder, 'lines' | 'repairShop' | 'customer' | 'identities' | 'waits'>;

/** The customer or shop an order's tier is read from. */
export function needsOfTier({
  repairShop,
  customer: { externalId },
}: Pick<Named, 'repairShop' | 'customer'>): Need[] {
  return [
    ...(repairShop === undefined ? [] : [{ collection: 'shops', ids: [repairShop] }]),
    ...(externalId === undefined ? [] : [{ collection: 'customers', ids: [externalId] }]),
  ];
}

/** Everything around an order that its facts are made of, and what it waits for: whatever is decided about it may end that. */
export function needsAround(order: Named, now: number, zone: string): Need[] {
  const account = accountOf(order);
  return [
    { collection: 'skus', ids: order.lines.map(({ sku }) => sku) },
    { collection: 'identities', ids: order.identities },
    { collection: 'calendar', ids: [dayOf(now, zone)] },
    { collection: 'lists', ids: [remoteAreas] },
    ...needsOfWaits(order),
    ...needsOfTier(order),
    ...(account === null ? [] : [{ collection: 'credits', ids: [account] }]),
  ];
}

function itemOf<Item>(state: State, collection: string, id: string | undefined): Partial<Item> | undefined {
  return id === undefined ? undefined : state.get<Catalogued<Item>>(collection, id)?.item;
}

/** The layer an order locks stock in; what cannot be told, for want of its shop, is the layer of everybody who has paid. */
export function lockLayer(order: StoredOrder, state: State): Layer {
  const shop = itemOf<ShopItem>(state, 'shops', order.repairShop);
  const customer = itemOf<CustomerItem>(state, 'customers', order.customer.externalId);
  return layerOf(order, { shop, customer }) ?? 'standard';
}

/** All facts of an order at this moment, from the documents that were read; a new record of the caller's own. */
export function factsAround(order: StoredOrder, state: State, zone: string): Record<string, unknown> {
  const account = accountOf(order);
  const item = <Item>(collection: string, id: string | undefined) => itemOf<Item>(state, collection, id);
  const day = item<{ isBusinessDay: boolean }>('calendar', dayOf(state.now, zone));
  const remote = item<{ entries: unknown[] }>('lists', remoteAreas);
  const facts = momentFacts(state.now, zone, day?.isBusinessDay);
  putOrderFacts(facts, order, {
    now: state.now,
    sku: (id) => item<SkuItem>('skus', id),
    shop: item<ShopItem>('shops', order.repairShop),
    customer: item<CustomerItem>('customers', order.customer.externalId),
    identities: identitiesIn(state, order.identities),
    credit: account === null ? undefined : state.get<StoredCredit>('credits', account),
    remoteAreas: remote?.entries ?? [],
  });
  return facts;
}
