import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/store.ts';
import { mostFolded } from './fold-alerts.handler.ts';

const pollMs = 1000;
/** A group's count moves on screens at most so often. */
const gapMs = 250;

const folder: Actor = {
  kind: 'job',
  id: 'job:alert-folder',
  name: { zh: '预警合并', en: 'Folding of alerts' },
  roles: [],
  warehouse: null,
  commands: ['fold-alerts'],
};

/** Has alerts that are alike counted into one, soon after they are committed: woken by this process, polling for others. */
export class AlertFolder implements Job {
  readonly name = 'alert-folder';
  private readonly folding = new Coalesced(() => this.foldAll());
  private readonly timer: NodeJS.Timeout;
  private stopped = false;
  private readonly options: { store: Store; door: Door; log: Logger };

  constructor(options: { store: Store; door: Door; log: Logger }) {
    this.options = options;
    this.timer = setInterval(() => this.wake(), pollMs).unref();
  }

  /** There are alerts to be counted, or there may be. */
  wake(): void {
    if (this.stopped) return;
    this.folding.run().catch((error: unknown) => {
      this.options.log.warn({ error: describeError(error) }, 'alerts could not be folded; tried again');
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.folding.settled();
  }

  private async foldAll(): Promise<void> {
    const { store, door } = this.options;
    while (!this.stopped && (await store.collection('alerts').findOne({ grouping: true })) !== null) {
      const executed = await door.execute({ name: 'fold-alerts', input: {} }, folder);
      if (executed.ok && executed.outcome.result.folded === mostFolded) continue;
      await new Promise((resolve) => setTimeout(resolve, gapMs));
    }
  }
}
