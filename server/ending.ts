import { Closing } from './closing.ts';

/** How a process ends: what was opened is closed, once, and not for longer than `mostMs`. */
export class Ending {
  readonly closing = new Closing();
  private ended = false;
  private readonly exit: (code: number) => void;
  private readonly mostMs: number;

  constructor(exit: (code: number) => void, mostMs = 15_000) {
    this.exit = exit;
    this.mostMs = mostMs;
  }

  /** Ends the process with this code; a second call ends it at once. */
  async end(code: number): Promise<void> {
    if (this.ended) return this.exit(1);
    this.ended = true;
    setTimeout(() => this.exit(1), this.mostMs).unref();
    await this.closing.closeAll();
    this.exit(code);
  }
}
