import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import { Lease } from '../leases/lease.ts';
import { processName } from '../processes.ts';
import { records, type Store } from '../store/store.ts';
import type { StoredAlert } from './alert.ts';
import { overdueLease } from './escalate-alert.handler.ts';

const pollMs = 1000;
const leaseMs = 10_000;
const mostAtOnce = 64;

const watcher: Actor = {
  kind: 'job',
  id: 'job:overdue-alerts',
  name: { zh: '预警时限', en: 'Time limits of alerts' },
  roles: [],
  warehouse: null,
  commands: ['escalate-alert'],
};

/**
 * Hands alerts on that nobody answered in their time. Of several processes one does it, under a lease; what a process does
 * whose lease is over meanwhile is refused by the lease's number, and an alert is never handed on twice.
 */
export class OverdueAlerts implements Job {
  readonly name = 'overdue-alerts';
  private readonly looking = new Coalesced(() => this.handOn());
  private readonly lease: Lease;
  private readonly timer: NodeJS.Timeout;
  private stopped = false;
  private readonly options: { store: Store; door: Door; log: Logger };

  constructor(options: { store: Store; door: Door; log: Logger }) {
    this.options = options;
    this.lease = new Lease(options.store, { name: overdueLease, holder: processName(), ms: leaseMs });
    this.timer = setInterval(() => this.wake(), pollMs).unref();
  }

  wake(): void {
    if (this.stopped) return;
    this.looking.run().catch((error: unknown) => {
      this.options.log.warn(
        { error: describeError(error) },
        'overdue alerts could not be handed on; tried again',
      );
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking.settled();
    await this.lease.release().catch(() => {});
  }

  /** Every alert that is due now. */
  async handOn(): Promise<void> {
    const { store, door } = this.options;
    const alerts = records<StoredAlert>(store, 'alerts');
    while (!this.stopped) {
      const where = { timed: true, dueAt: { $lte: store.clock.now() } };
      const due = await alerts.find(where, { sort: { dueAt: 1 }, limit: mostAtOnce });
      if (due.length === 0) return;
      const fence = await this.lease.hold();
      if (fence === null) return;
      const executed = await Promise.all(
        due.map(({ _id }) =>
          door.execute({ name: 'escalate-alert', target: `alert:${_id}`, input: { fence } }, watcher),
        ),
      );
      if (executed.some(({ ok }) => !ok) || due.length < mostAtOnce) return;
    }
  }
}
