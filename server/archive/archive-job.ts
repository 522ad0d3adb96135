import type { Logger } from 'pino';
import type { Job } from '../context.ts';
import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/store.ts';
import { archivedDecision, contentHashes } from './archived-decision.ts';
import type { ArchivedDecision } from './block.ts';
import { ArchiveWriter, mostInBlock, nextBlock } from './archive-writer.ts';
import { decisionsAfter, KeptContents, settledUntil } from './committed-decisions.ts';

const everyMs = 60_000;

export interface ArchiveJobOptions {
  store: Store;
  log: Logger;
  folder: string;
}

/**
 * Archives committed decisions, a block at a time: full ones as they fill, the rest when its day is over. Where it is follows from
 * the archive itself, so nothing is lost or written twice whatever happens in between.
 */
export class ArchiveJob implements Job {
  readonly name = 'archive';
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<unknown> = Promise.resolve();
  private readonly lists: KeptContents;
  private readonly options: ArchiveJobOptions;
  private stopped = false;

  constructor(options: ArchiveJobOptions) {
    this.options = options;
    this.lists = new KeptContents(options.store);
  }

  start(): this {
    const look = (): void => {
      this.working = this.working
        .then(() => this.archiveOnce())
        .catch((error: unknown) => {
          this.options.log.warn({ error: describeError(error) }, 'archiving decisions failed, trying again');
        });
    };
    look();
    this.timer = setInterval(look, everyMs).unref();
    return this;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Archives what is ready; answers how many decisions. `now`: the store's time unless said. */
  async archiveOnce(now = this.options.store.clock.now()): Promise<number> {
    const { store, folder } = this.options;
    const writer = await ArchiveWriter.open(folder);
    const until = settledUntil(now);
    let count = 0;
    while (!this.stopped) {
      const decisions = await decisionsAfter(store, writer.last, until, mostInBlock + 1);
      const ready = nextBlock(decisions, until);
      if (ready === 0) break;
      await writer.append(await this.archived(decisions.slice(0, ready)));
      count += ready;
    }
    return count;
  }

  private async archived(decisions: readonly StoredDecision[]): Promise<ArchivedDecision[]> {
    const bodies = decisions.map(bodyOf);
    const contents = await this.lists.load(contentHashes(bodies));
    return decisions.map((decision, index) => archivedDecision(decision, bodies[index]!, contents));
  }
}
