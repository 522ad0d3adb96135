import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Actor } from '../door/actor.ts';
import type { CommandCall, Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import { processName } from '../processes.ts';
import type { Store } from '../store/store.ts';
import { Lease } from './lease.ts';

const pollMs = 1000;
const leaseMs = 10_000;

/** Most calls one sweep presses at a time: a group of the door. */
export const mostSwept = 64;

export interface SweepOptions {
  store: Store;
  door: Door;
  log: Logger;
}

interface Sweep {
  name: string;
  lease: string;
  actor: Actor;
  /** What is due now, at most `mostSwept`; each press carries the number of the lease as `fence`. */
  due: () => Promise<readonly Pick<CommandCall, 'name' | 'target'>[]>;
  /** What the log says when it could not be done. */
  failed: string;
}

/**
 * Presses what is due, every second. Of several processes one does it, under a lease; what a process does whose lease is over
 * meanwhile is refused by the lease's number.
 */
export class LeasedSweep implements Job {
  readonly name: string;
  private readonly looking = new Coalesced(() => this.sweep());
  private readonly lease: Lease;
  private readonly timer: NodeJS.Timeout;
  private stopped = false;
  private readonly options: SweepOptions;
  private readonly what: Sweep;

  constructor(options: SweepOptions, what: Sweep) {
    this.name = what.name;
    this.options = options;
    this.what = what;
    this.lease = new Lease(options.store, { name: what.lease, holder: processName(), ms: leaseMs });
    this.timer = setInterval(() => this.wake(), pollMs).unref();
  }

  wake(): void {
    if (this.stopped) return;
    this.looking.run().catch((error: unknown) => {
      this.options.log.warn({ error: describeError(error) }, this.what.failed);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.looking.settled();
    await this.lease.release().catch(() => {});
  }

  /** Everything that is due now. */
  async sweep(): Promise<void> {
    const { door } = this.options;
    while (!this.stopped) {
      const due = await this.what.due();
      if (due.length === 0) return;
      const fence = await this.lease.hold();
      if (fence === null) return;
      const executed = await Promise.all(
        due.map((call) => door.execute({ ...call, input: { fence } }, this.what.actor)),
      );
      if (executed.some(({ ok }) => !ok) || due.length < mostSwept) return;
    }
  }
}
