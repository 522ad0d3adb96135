import type { WaitView } from '../../rules-library/contract/orders.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { records, type Store } from '../store/store.ts';
import { estimateWait, fewest } from './estimate.ts';
import { holdLabel } from './hold-order.handler.ts';
import type { HistoryEntry } from './history.ts';
import { holdWait, stateWait } from './lifecycle.ts';
import { isoTime } from './order-view.ts';
import type { StoredOrder } from './order.ts';

/** Past waits an estimate is made from, the newest. */
const mostSamples = 200;

/** What an order without a hold waits for, by its state. */
const nextSteps: Readonly<Record<string, Text>> = {
  received: { zh: '等确认', en: 'Awaiting confirmation' },
  confirmed: { zh: '等放单', en: 'Awaiting release' },
  released: { zh: '等拣货', en: 'Awaiting picking' },
  picking: { zh: '等发货', en: 'Awaiting shipment' },
  shipped: { zh: '在途，等送达', en: 'On its way' },
  delivered: { zh: '等结单', en: 'Awaiting closing' },
};

type Wait = Omit<WaitView, 'estimate' | 'longest' | 'since' | 'until'> & {
  since: number;
  until: number | null;
  name: string;
};

/** What it waits for now: its holds, else the next step of its way; an ended order waits for nothing. */
function waitsOf(order: StoredOrder): Wait[] {
  if (order.holds.length > 0) {
    return order.holds.map((hold) => ({
      kind: 'hold',
      code: hold.code,
      label: holdLabel(hold.code),
      by: hold.by,
      until: hold.until,
      ...holdWait(hold),
    }));
  }
  const label = nextSteps[order.state];
  if (label === undefined) return [];
  return [{ kind: 'state', code: order.state, label, by: null, until: null, ...stateWait(order) }];
}

/** Where an order is stuck and when it is expected to move, read from the history of all orders by the index on ended waits. */
export async function readWaits(store: Store, order: StoredOrder): Promise<WaitView[]> {
  const history = records<HistoryEntry>(store, 'orderHistory');
  const now = store.clock.now();
  return Promise.all(
    waitsOf(order).map(async ({ name, since, until, ...wait }) => {
      const past = await history.find(
        { endsWait: true, wait: name },
        { sort: { at: -1 }, limit: mostSamples },
      );
      const estimate = estimateWait(
        past.map(({ waited }) => waited ?? 0),
        now - since,
      );
      return {
        ...wait,
        since: isoTime(since),
        until: until === null ? null : isoTime(until),
        longest: estimate === null && past.length >= fewest,
        estimate:
          estimate === null
            ? null
            : {
                median: isoTime(since + estimate.median),
                most: isoTime(since + estimate.most),
                samples: estimate.samples,
              },
      };
    }),
  );
}
