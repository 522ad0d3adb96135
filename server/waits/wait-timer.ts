import type { StoredOrder } from '../orders/order.ts';
import { isOpen } from '../orders/order.ts';
import { orderSignal } from '../orders/changed.ts';
import type { Stages } from '../stages/stages.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import { endWait, waitTexts } from './end-wait.ts';
import { waitTimer } from './start-wait.handler.ts';
import type { StoredWait } from './wait.ts';

/** The time a flow waits for is reached, or what it waits for has not happened in time. */
export function waitTimerAction(stages: Stages): TimerAction {
  return {
    kind: waitTimer,
    needs: (timer, _press, state) => [
      { collection: 'waits', ids: [timer.of] },
      ...stages.needs(timer.release, `order:${timer.order}`, state),
    ],
    fire(timer, press, draft) {
      const wait = draft.get<StoredWait>('waits', timer.of);
      const order = draft.get<StoredOrder>('orders', timer.order ?? '');
      if (wait?.open !== true || wait.timer !== timer._id || order === undefined || !isOpen(order))
        return { text: { zh: '已经不用等了', en: 'Nothing is waited for any more' } };
      const port = wait.event === null ? 'reached' : 'timedOut';
      const decided = endWait(wait, order, port, { press, draft, stages, index: 1 });
      return {
        text: waitTexts[port],
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
