import type { DecidedEvent, Decider } from '../decisions/decider.ts';
import type { Press, RaisedEvent, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { Stages } from '../stages/stages.ts';
import { happened, waitingFor } from '../waits/end-wait.ts';
import { factsAround } from './order-documents.ts';
import type { StoredOrder } from './order.ts';

export interface Deciding {
  decider: Decider;
  stages: Stages;
}

/**
 * Decides these events about one order by the release in force, one after another, each on what the one before left; then flows
 * go on that waited for them.
 */
export function decideAbout(
  order: string,
  events: readonly RaisedEvent[],
  press: Press,
  draft: Draft,
  { decider, stages }: Deciding,
): DecidedEvent[] {
  const release = decider.release();
  const decided: DecidedEvent[] = [];
  for (const type of new Set(events.map((event) => event.type))) {
    // A wait that this event itself starts is for the next one.
    const waiting = waitingFor(type, draft.get<StoredOrder>('orders', order));
    for (const { facts = {} } of release === null ? [] : events.filter((one) => one.type === type)) {
      const factsOn = (state: State): Record<string, unknown> => {
        const current = state.get<StoredOrder>('orders', order)!;
        return Object.assign(factsAround(current, state, decider.zone()), facts);
      };
      const event = { type, subject: `order:${order}`, factsOn, index: decided.length + 1 };
      decided.push(decider.decideEvent(release!, press, event, draft));
    }
    decided.push(...happened(waiting, order, { press, draft, stages, index: decided.length + 1 }));
  }
  return decided;
}
