import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import type { ReleaseSwitch } from '../releases/release-switch.ts';
import { jobActor } from '../timers/timer-job.ts';

const retryMs = 2000;

interface FollowReleaseOptions {
  door: Door;
  log: Logger;
  releases: Pick<ReleaseSwitch, 'onSwitched'>;
}

/** Sets the company's times whenever another release comes into force, and once at the start. */
export class FollowRelease implements Job {
  readonly name = 'company-times';
  private readonly planning = new Coalesced(() => this.plan());
  private readonly stopListening: () => void;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly options: FollowReleaseOptions;

  constructor(options: FollowReleaseOptions) {
    this.options = options;
    this.stopListening = options.releases.onSwitched(() => this.wake());
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    this.stopListening();
    await this.planning.settled();
  }

  private wake(): void {
    if (this.stopped) return;
    this.planning.run().catch((error: unknown) => {
      this.options.log.warn({ error: describeError(error) }, 'times could not be set; tried again');
      this.retry = setTimeout(() => this.wake(), retryMs).unref();
    });
  }

  private async plan(): Promise<void> {
    await this.options.door.execute({ name: 'plan-times' }, jobActor('plan-times'));
  }
}
