import { events } from '../../rules-library/choices/events.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { orderChanged } from '../orders/changed.ts';
import { isoTime } from '../orders/order-view.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { onlyRules } from '../approvals/open-approval.handler.ts';
import { withWait } from '../stages/order-waits.ts';
import { originOf } from '../stages/stage-origin.ts';
import { setTimer } from '../timers/timer.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredWait } from './wait.ts';

/** The timer action of waits. */
export const waitTimer = 'wait';

type Input = { for: number } | { until: string | number } | { event: string; atMost: number };

const minuteMs = 60_000;

/** For a rule: lets the flow wait; it goes on when the time is reached or the event happens, and ends with the order. */
export const startWaitHandler = defineHandler<Input>({
  name: 'start-wait',
  needs: needsOrder,
  plan(press, state) {
    const origin = originOf(press);
    if (origin === null) return onlyRules;
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { input } = press;
    const id = `w${press.id.slice(1)}`;
    const dueAt = dueOf(input, state.now);
    const event = 'event' in input ? input.event : null;
    const timer = `${id}|${press.id}`;
    const wait: StoredWait = {
      _id: id,
      rev: 0,
      subject: `order:${found.order._id}`,
      order: found.order._id,
      origin,
      at: state.now,
      dueAt,
      event,
      state: 'open',
      open: true,
      endedAt: null,
      timer,
    };
    const { release } = origin;
    const order = found.order._id;
    return orderChanged({
      after: withWait(found.order, {
        kind: 'wait',
        id,
        timer,
        release,
        ...(event === null ? {} : { event }),
      }),
      note: { type: 'wait-started', text: wordsOf(event, dueAt), data: { wait: id, until: dueAt, event } },
      press,
      state,
      result: { wait: id },
      more: [
        { put: 'waits', document: wait },
        setTimer({ _id: timer, due: dueAt, kind: waitTimer, of: id, order, release }),
      ],
    });
  },
});

function dueOf(input: Input, now: number): number {
  if ('for' in input) return now + input.for * minuteMs;
  if ('until' in input) return typeof input.until === 'number' ? input.until : Date.parse(input.until);
  return now + input.atMost * minuteMs;
}

function wordsOf(event: string | null, dueAt: number): Text {
  const until = isoTime(dueAt);
  const clause = events.find(({ value }) => value === event)?.clause;
  if (clause === undefined) return { zh: `等到 ${until}`, en: `Waits until ${until}` };
  return { zh: `等${clause.zh}，最晚 ${until}`, en: `Waits until ${clause.en}, at the latest ${until}` };
}
