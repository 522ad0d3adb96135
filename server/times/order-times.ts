import type { Decider } from '../decisions/decider.ts';
import { factsOfSubject } from '../decisions/facts-of-subject.ts';
import type { Change, Need, State } from '../door/handler.ts';
import { orderSignal } from '../orders/changed.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { Stages } from '../stages/stages.ts';
import { setTimer } from '../timers/timer.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import { drawnTimes, type OrderTime } from './drawn-times.ts';

const kind = 'order-time';
const minuteMs = 60_000;

type Times = Pick<StoredOrder, '_id' | 'placedAt' | 'requestedDelivery'>;

/** A time of an order, as far as it has it; epoch ms. */
function timeOf(order: Times, fact: string): number | undefined {
  if (fact === 'order.placedAt') return order.placedAt;
  return fact === 'order.requestedDelivery' ? order.requestedDelivery : undefined;
}

/** One timer per order, drawn time and moment it is counted from: a moment that moves away and back is the same timer. */
function timerId(order: string, { source }: OrderTime, from: number): string {
  return `${order}|${source}|${from}`;
}

/** Timers for the times a release's flows are woken at before or after times of a new order; late ones fire at once. */
export function timersOfOrder(release: ActiveRelease, order: Times, now: number): Change[] {
  return drawnTimes(release).order.flatMap((drawn) => timerOf(drawn, order, now) ?? []);
}

/** What setting the timers of changed times reads: whether they are set already. */
export function needsOfTimers(release: ActiveRelease | null, order: Times): Need[] {
  if (release === null) return [];
  const ids = drawnTimes(release).order.flatMap((drawn) => {
    const from = timeOf(order, drawn.of);
    return from === undefined ? [] : [timerId(order._id, drawn, from)];
  });
  return ids.length === 0 ? [] : [{ collection: 'timers', ids }];
}

/** Timers for those times of an order that were changed; what has passed already is not told. */
export function timersOfChange(release: ActiveRelease, before: Times, after: Times, state: State): Change[] {
  return drawnTimes(release).order.flatMap((drawn): Change[] => {
    const from = timeOf(after, drawn.of);
    if (from === undefined || from === timeOf(before, drawn.of)) return [];
    const due = from + drawn.minutes * minuteMs;
    const isSet = state.get('timers', timerId(after._id, drawn, from)) !== undefined;
    return isSet || due <= state.now ? [] : (timerOf(drawn, after, state.now) ?? []);
  });
}

function timerOf(drawn: OrderTime, order: Times, now: number): Change[] | undefined {
  const from = timeOf(order, drawn.of);
  // "Before" is over once the time itself has come.
  if (from === undefined || (drawn.minutes < 0 && from <= now)) return undefined;
  const due = Math.max(now, from + drawn.minutes * minuteMs);
  const data = { from, params: drawn.params };
  return [
    setTimer({ _id: timerId(order._id, drawn, from), due, kind, of: drawn.source, order: order._id, data }),
  ];
}

/** A time before or after one of an order is reached: decided by the release in force, if that time is still so. */
export function orderTimeAction(decider: Decider, stages: Stages): TimerAction {
  return {
    kind,
    needs(timer, _press, state) {
      const release = decider.release();
      return [
        ...stages.needs(null, `order:${timer.order}`, state),
        ...(release === null
          ? []
          : decider.needs(release, state, state.get<StoredOrder>('orders', timer.order ?? ''))),
      ];
    },
    fire(timer, press, draft) {
      const release = decider.release();
      const order = draft.get<StoredOrder>('orders', timer.order ?? '');
      const drawn =
        release === null
          ? undefined
          : drawnTimes(release).order.find(
              ({ source, params }) => source === timer.of && params === timer.data.params,
            );
      const isSo = drawn !== undefined && order !== undefined && timeOf(order, drawn.of) === timer.data.from;
      if (release === null || !isSo || !isOpen(order))
        return { text: { zh: '时间改了，或订单已结束', en: 'The time was changed, or the order has ended' } };
      const subject = `order:${order._id}`;
      const factsOn = (state: State): Record<string, unknown> => ({
        ...factsOfSubject(subject, state, decider.zone()),
        'event.source': timer.of,
      });
      const event = { type: 'time.reached', subject, factsOn, index: 1 };
      const decided = decider.decideEvent(release, press, event, draft);
      return {
        text: { zh: '到点，已判定', en: 'Time reached; decided' },
        decision: decided.id,
        alerts: decided.alerts,
        signals: [
          orderSignal(draft.get<StoredOrder>('orders', order._id)!),
          ...decided.signals.filter(({ name }) => name !== 'order.changed'),
        ],
      };
    },
  };
}
