import { Closing } from './closing.ts';

/** How a process ends: what was opened is closed, once, and not for longer than said. */
export class Ending {
  readonly closing = new Closing();
  private ended = false;
  private readonly exit: (code: number) => void;

  constructor(exit: (code: number) => void) {
    this.exit = exit;
  }

  /** Ends the process with this code, after `mostMs` in any case; a second call ends it at once. */
  async end(code: number, mostMs = 15_000): Promise<void> {
    if (this.ended) return this.exit(1);
    this.ended = true;
    setTimeout(() => this.exit(1), mostMs).unref();
    await this.closing.closeAll();
    this.exit(code);
  }
}
