/**
 * Runs one piece of work at a time. Who asks while it runs gets the end of that run and of one more after it, so that what
 * has happened in between is seen by whoever asked.
 */
export class Coalesced {
  private running: Promise<void> | undefined;
  private again = false;
  private readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  /** The run in progress, if there is one; never rejects. */
  async settled(): Promise<void> {
    await this.running?.catch(() => {});
  }

  /** Resolves when all that had happened before the call has been worked on; rejects as the work does. */
  run(): Promise<void> {
    if (this.running === undefined) this.running = this.loop();
    else this.again = true;
    return this.running;
  }

  private async loop(): Promise<void> {
    // In a turn of its own: the run is on record before it can end.
    await Promise.resolve();
    try {
      do {
        this.again = false;
        await this.work();
      } while (this.again);
    } finally {
      // In the same turn as the last look at `again`: whoever asks next starts anew.
      this.running = undefined;
    }
  }
}
