/** Runs something at once, then at most every `ms`; the last wish is always fulfilled. */
export class Paced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again = false;
  private readonly ms: number;
  private readonly work: () => void;

  constructor(ms: number, work: () => void) {
    this.ms = ms;
    this.work = work;
  }

  run(): void {
    if (this.timer !== undefined) {
      this.again = true;
      return;
    }
    this.work();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.again) return;
      this.again = false;
      this.run();
    }, this.ms);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.again = false;
  }
}
