import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/store.ts';
import type { StoredTimer } from './timer.ts';

const pollMs = 250;
const mostAtOnce = 64;
/** Longer than the door works on a press; whoever is stopped for longer finds its lease overtaken. */
const leaseMs = 8000;

/** The system itself, pressing this button only. */
export function jobActor(command: string): Actor {
  return {
    kind: 'job',
    id: 'job:timers',
    name: { zh: '定时', en: 'Timer' },
    roles: [],
    warehouse: null,
    commands: [command],
  };
}
const timerActor = jobActor('fire-timer');

export interface TimerJobOptions {
  store: Store;
  door: Door;
  log: Logger;
}

/** Another process leased some of the same timers first. */
class Overtaken extends Error {
  override name = 'Overtaken';
}

/**
 * Presses `fire-timer` for every timer that is due. Several processes may run it: timers are leased by number, the press carries
 * the number, and the door takes only the latest. Timers are rows of the store, so none is lost by a crash; one whose
 * holder is gone is leased anew.
 */
export class TimerJob implements Job {
  readonly name = 'timers';
  private readonly firing = new Coalesced(() => this.fireAll());
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly options: TimerJobOptions;

  constructor(options: TimerJobOptions) {
    this.options = options;
  }

  start(): this {
    this.timer = setInterval(() => this.wake(), pollMs).unref();
    this.wake();
    return this;
  }

  /** Some timer may be due. */
  wake(): void {
    if (this.stopped) return;
    this.firing.run().catch((error: unknown) => {
      if (error instanceof Overtaken) return;
      this.options.log.warn({ error: describeError(error) }, 'timers could not be fired; tried again');
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.firing.settled();
  }

  private async fireAll(): Promise<void> {
    // What fires may set the next at once (a run goes on batch by batch): until none is due.
    for (let some = true; some && !this.stopped;) {
      const leased = await this.lease();
      some = leased.length > 0;
      await Promise.all(leased.map((timer) => this.fire(timer)));
    }
  }

  /** Takes the next timers that are due and held by nobody. */
  private async lease(): Promise<StoredTimer[]> {
    const { store } = this.options;
    const now = store.clock.now();
    const where = { due: { $lte: now }, leasedUntil: { $lte: now } };
    const timers = store.collection('timers');
    const waiting = (await timers
      .find(where)
      .sort({ due: 1 })
      .limit(mostAtOnce)
      .toArray()) as unknown as StoredTimer[];
    if (waiting.length === 0) return [];
    const leased = waiting.map((timer) => ({
      ...timer,
      rev: timer.rev + 1,
      lease: timer.lease + 1,
      leasedUntil: now + leaseMs,
    }));
    return store.inTransaction(async (session) => {
      const writes = leased.map(({ _id, rev, lease, leasedUntil }) => ({
        set: 'timers',
        where: { _id, rev: rev - 1 },
        fields: { rev, lease, leasedUntil },
      }));
      if ((await store.writeAll(session, writes)) !== leased.length) throw new Overtaken();
      return leased;
    });
  }

  private async fire({ _id, lease }: StoredTimer): Promise<void> {
    try {
      await this.options.door.execute({ name: 'fire-timer', input: { timer: _id, lease } }, timerActor);
    } catch (error) {
      // It stays due: leased anew when this lease has run out.
      this.options.log.warn({ timer: _id, error: describeError(error) }, 'a timer did not fire; tried again');
    }
  }
}
