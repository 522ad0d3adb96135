import type { Clock } from '../context.ts';

const sampleMs = 10_000;

/** Database time: `hello.localTime` sampled every 10 s, carried forward on the monotonic clock in between. */
export class StoreClock implements Clock {
  private offset = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly sample: () => Promise<Date>;

  constructor(sample: () => Promise<Date>) {
    this.sample = sample;
  }

  async start(): Promise<void> {
    await this.take();
    this.timer = setInterval(() => {
      // A missed sample leaves the last one in force.
      this.take().catch(() => {});
    }, sampleMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  now(): number {
    return Math.floor(performance.now() + this.offset);
  }

  private async take(): Promise<void> {
    const asked = performance.now();
    const at = await this.sample();
    const answered = performance.now();
    this.offset = at.getTime() - (asked + answered) / 2;
  }
}
