import type { DecidedEvent, Decider } from '../decisions/decider.ts';
import type { Press, RaisedEvent, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { factsAround } from './order-documents.ts';
import type { StoredOrder } from './order.ts';

/** Decides these events about one order by the release in force, one after another, each on what the one before left. */
export function decideAbout(
  order: string,
  events: readonly RaisedEvent[],
  press: Press,
  draft: Draft,
  decider: Decider,
): DecidedEvent[] {
  const release = decider.release();
  if (release === null) return [];
  return events.map(({ type, facts = {} }, index) => {
    const factsOn = (state: State): Record<string, unknown> => {
      const current = state.get<StoredOrder>('orders', order)!;
      return Object.assign(factsAround(current, state, decider.zone()), facts);
    };
    const event = { type, subject: `order:${order}`, factsOn, index: index + 1 };
    return decider.decideEvent(release, press, event, draft);
  });
}
