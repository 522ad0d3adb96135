import type { Actor } from '../door/actor.ts';
import { LeasedSweep, mostSwept, type SweepOptions } from '../leases/leased-sweep.ts';
import { records } from '../store/store.ts';
import type { StoredAlert } from './alert.ts';
import { overdueLease } from './escalate-alert.handler.ts';

const watcher: Actor = {
  kind: 'job',
  id: 'job:overdue-alerts',
  name: { zh: '预警时限', en: 'Time limits of alerts' },
  roles: [],
  warehouse: null,
  commands: ['escalate-alert'],
};

/** Hands alerts on that nobody answered in their time; an alert is never handed on twice. */
export class OverdueAlerts extends LeasedSweep {
  constructor(options: SweepOptions) {
    const { store } = options;
    const alerts = records<StoredAlert>(store, 'alerts');
    super(options, {
      name: 'overdue-alerts',
      lease: overdueLease,
      actor: watcher,
      failed: 'overdue alerts could not be handed on; tried again',
      async due() {
        const where = { timed: true, dueAt: { $lte: store.clock.now() } };
        const found = await alerts.find(where, { sort: { dueAt: 1 }, limit: mostSwept });
        return found.map(({ _id }) => ({ name: 'escalate-alert', target: `alert:${_id}` }));
      },
    });
  }
}
