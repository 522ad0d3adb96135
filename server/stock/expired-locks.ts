import type { Actor } from '../door/actor.ts';
import { LeasedSweep, mostSwept, type SweepOptions } from '../leases/leased-sweep.ts';
import { records } from '../store/store.ts';
import { expiryLease } from './expire-lock.handler.ts';
import type { Reservation } from './reservation.ts';

const sweeper: Actor = {
  kind: 'job',
  id: 'job:expired-locks',
  name: { zh: '锁库到期', en: 'Expired locks' },
  roles: [],
  warehouse: null,
  commands: ['expire-lock'],
};

/** Gives back what was locked for too long, order by order, by the store's clock. */
export class ExpiredLocks extends LeasedSweep {
  constructor(options: SweepOptions) {
    const { store } = options;
    const reservations = records<Reservation>(store, 'reservations');
    super(options, {
      name: 'expired-locks',
      lease: expiryLease,
      actor: sweeper,
      failed: 'expired locks could not be given back; tried again',
      async due() {
        const where = { expiring: true, expiresAt: { $lte: new Date(store.clock.now()) } };
        const found = await reservations.find(where, { sort: { expiresAt: 1 }, limit: mostSwept });
        const orders = new Set(found.map(({ order }) => order));
        return [...orders].map((order) => ({ name: 'expire-lock', target: `order:${order}` }));
      },
    });
  }
}
