/** How long work may take. `share` gives part of what is left to the next step. */
export class TimeBudget {
  private readonly until: number;
  private readonly stopped: () => boolean;
  private readonly now: () => number;

  /** `ms` from now; `stopped` ends it earlier. `now`: a monotonic clock in milliseconds. */
  constructor(ms: number, stopped: () => boolean = () => false, now: () => number = () => performance.now()) {
    this.until = now() + ms;
    this.stopped = stopped;
    this.now = now;
  }

  isOver(): boolean {
    return this.stopped() || this.now() >= this.until;
  }

  /** Milliseconds left. */
  left(): number {
    return this.until - this.now();
  }

  share(part: number): TimeBudget {
    return new TimeBudget(this.left() * part, this.stopped, this.now);
  }
}
