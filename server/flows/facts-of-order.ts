import type { Facts } from '../../rules-library/schema/rule.ts';
import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import { records, type Store } from '../store/store.ts';

/** The facts an order was last decided on; null when nothing was decided about it. */
export async function factsOfOrder(store: Store, order: string): Promise<Facts | null> {
  const [last] = await records<StoredDecision>(store, 'decisions').find(
    { subject: `order:${order}` },
    { sort: { _id: -1 }, limit: 1 },
  );
  return last === undefined ? null : bodyOf(last).facts;
}
