import type { Logger } from 'pino';
import { acknowledgeAlertHandler } from './alerts/acknowledge-alert.handler.ts';
import { alertRoutes } from './alerts/alerts.routes.ts';
import { DurableLog } from './alerts/durable-log.ts';
import { raiseAlertHandler } from './alerts/raise-alert.handler.ts';
import { Sequencer } from './alerts/sequencer.ts';
import type { Job } from './context.ts';
import { Decider } from './decisions/decider.ts';
import { decisionRoutes } from './decisions/decisions.routes.ts';
import type { Door } from './door/door.ts';
import type { CommandHandler } from './door/handler.ts';
import { eventRoutes } from './events/events.routes.ts';
import { recordEventHandler } from './events/record-event.handler.ts';
import type { Route } from './http/route.ts';
import type { Metrics } from './metrics/metrics.ts';
import { holdOrderHandler } from './orders/hold-order.handler.ts';
import { ingestRoutes } from './orders/ingest.routes.ts';
import { ingestOrderHandler } from './orders/ingest-order.handler.ts';
import { liftHoldHandler } from './orders/lift-hold.handler.ts';
import { markRushHandler } from './orders/mark-rush.handler.ts';
import { orderRoutes } from './orders/orders.routes.ts';
import { setFieldHandler } from './orders/set-field.handler.ts';
import { setTagHandler } from './orders/set-tag.handler.ts';
import type { PersonalVault } from './personal/personal-vault.ts';
import type { ReleasesPort } from './releases-port.ts';
import type { Store } from './store/store.ts';

export interface OrderWayOptions {
  store: Store;
  vault: PersonalVault;
  releases: ReleasesPort;
  /** The company's time zone. */
  zone: () => string;
}

interface OrderWay {
  handlers: CommandHandler[];
  /** The `(room, seq)` log sockets read from. */
  frames: DurableLog;
  routes(parts: { door: Door; metrics: Metrics; log: Logger }): Route[];
  /** Numbers alerts from now on; `announced` hears how long each took from its arrival to its announcement, in ms. */
  startSequencer(parts: { door: Door; metrics: Metrics; log: Logger; announced?: (ms: number) => void }): Job;
}

/** What a rule may press. */
const effectHandlers: readonly CommandHandler[] = [
  holdOrderHandler,
  liftHoldHandler,
  markRushHandler,
  raiseAlertHandler,
  setFieldHandler,
  setTagHandler,
];

/** Everything on the way of one order: taking in, deciding, carrying out, alerting, and reading it all again. */
export function createOrderWay({ store, vault, releases, zone }: OrderWayOptions): OrderWay {
  const decider = new Decider({ releases, handlers: effectHandlers, zone });
  const frames = new DurableLog(store);
  return {
    handlers: [
      ...effectHandlers,
      acknowledgeAlertHandler,
      ingestOrderHandler({ vault, decider }),
      recordEventHandler({ vault, decider }),
    ],
    frames,
    routes: ({ door, metrics, log }) => [
      ...ingestRoutes({ door, store, metrics, log }),
      ...eventRoutes(door),
      ...orderRoutes(store),
      ...decisionRoutes({ store, releases, zone }),
      ...alertRoutes(store),
    ],
    startSequencer({ door, metrics, log, announced }) {
      const sequencer = new Sequencer({
        store,
        metrics,
        log,
        announce(entries, alerts) {
          frames.announce(entries, alerts);
          const now = store.clock.now();
          for (const { event, alert } of entries) {
            const arrived = event === 'alert.raised' ? alerts.get(alert)?.arrivedAt : undefined;
            if (arrived !== undefined) announced?.(Math.max(0, now - arrived));
          }
        },
      });
      const stopListening = door.on('alerts.waiting', () => sequencer.wake());
      sequencer.wake();
      return {
        name: sequencer.name,
        async stop() {
          stopListening();
          await sequencer.stop();
        },
      };
    },
  };
}
