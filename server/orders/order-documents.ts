import type { CustomerItem, ShopItem, SkuItem } from '../../rules-library/schema/catalog.ts';
import type { Need, State, StoredDocument } from '../door/handler.ts';
import { accountOf, type StoredCredit } from './credit.ts';
import { momentFacts, dayOf } from './facts/moment.ts';
import { putOrderFacts } from './facts/order-facts.ts';
import { identitiesIn } from './identity-entries.ts';
import type { StoredOrder } from './order.ts';
import { needsOfWaits } from '../stages/order-waits.ts';

interface Catalogued<Item> extends StoredDocument {
  item: Partial<Item>;
}

/** The list of provinces and cities that are far away. */
const remoteAreas = 'remote-areas';

type Named = Pick<StoredOrder, 'lines' | 'repairShop' | 'customer' | 'identities' | 'waits'>;

/** Everything around an order that its facts are made of, and what it waits for: whatever is decided about it may end that. */
export function needsAround(order: Named, now: number, zone: string): Need[] {
  const account = accountOf(order);
  const { externalId } = order.customer;
  return [
    { collection: 'skus', ids: order.lines.map(({ sku }) => sku) },
    { collection: 'identities', ids: order.identities },
    { collection: 'calendar', ids: [dayOf(now, zone)] },
    { collection: 'lists', ids: [remoteAreas] },
    ...needsOfWaits(order),
    ...(order.repairShop === undefined ? [] : [{ collection: 'shops', ids: [order.repairShop] }]),
    ...(externalId === undefined ? [] : [{ collection: 'customers', ids: [externalId] }]),
    ...(account === null ? [] : [{ collection: 'credits', ids: [account] }]),
  ];
}

/** All facts of an order at this moment, from the documents that were read; a new record of the caller's own. */
export function factsAround(order: StoredOrder, state: State, zone: string): Record<string, unknown> {
  const account = accountOf(order);
  const item = <Item>(collection: string, id: string | undefined): Partial<Item> | undefined =>
    id === undefined ? undefined : state.get<Catalogued<Item>>(collection, id)?.item;
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
