import { lastArchived } from '../archive/segments.ts';
import { KeptContents, latestDecisions } from '../archive/committed-decisions.ts';
import type { Store } from '../store/store.ts';
import { Thread } from '../threads/thread.ts';
import { TimeBudget } from './time-budget.ts';
import type { Verification } from './verification.ts';
import type { GivenDecision, VerifyRequest } from './verify-request.ts';

export interface VerifierOptions {
  store: Store;
  /** Folder of the archive. */
  archive: string;
  zone: () => string;
}

const dayMs = 86_400_000;
/** How far back recorded orders are decided again. */
const days = 7;
const generated = 500;
const mostFromStore = 20_000;
const pageSize = 500;
/** Share of the time that reading from the store may take. */
const readingShare = 0.25;

/**
 * Runs checks on a worker thread, one after another. Recorded orders come from the archive; those not in it yet are read from the
 * store here and passed on as they are.
 */
export class Verifier {
  private readonly thread = new Thread(new URL('./verify.thread.ts', import.meta.url));
  private readonly lists: KeptContents;
  private working: Promise<unknown> = Promise.resolve();
  private readonly options: VerifierOptions;

  constructor(options: VerifierOptions) {
    this.options = options;
    this.lists = new KeptContents(options.store);
  }

  /**
   * The check before going live, within so many milliseconds; releases are `ReleaseContent` as JSON text. Fails when the thread
   * does; aborting ends it early.
   */
  verify(candidate: string, live: string | null, ms: number, signal?: AbortSignal): Promise<Verification> {
    const checking = this.working.then(() => this.check(candidate, live, ms, signal));
    this.working = checking.catch(() => {});
    return checking;
  }

  async close(): Promise<void> {
    await this.thread.close();
  }

  private async check(
    candidate: string,
    live: string | null,
    ms: number,
    signal: AbortSignal | undefined,
  ): Promise<Verification> {
    const { store, archive: folder, zone } = this.options;
    const budget = new TimeBudget(ms);
    await this.ask({ kind: 'begin' }, signal);
    const from = store.clock.now() - days * dayMs;
    const cutShort = await this.giveLatest(folder, from, budget.share(readingShare), signal);
    return this.ask<Verification>(
      {
        kind: 'verify',
        candidate,
        live,
        archive: { folder, from },
        cutShort,
        generated,
        zone: zone(),
        ms: budget.left(),
      },
      signal,
    );
  }

  /** Passes on what the archive does not hold yet; true when not all of it, for lack of time or because it is too much. */
  private async giveLatest(
    folder: string,
    from: number,
    budget: TimeBudget,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    let count = 0;
    for await (const page of latestDecisions(this.options.store, await lastArchived(folder), pageSize)) {
      if (count >= mostFromStore || budget.isOver()) return true;
      await this.give(page, signal);
      count += page.length;
      if (page.at(-1)!.at < from) break;
    }
    return false;
  }

  private async give(decisions: readonly GivenDecision[], signal: AbortSignal | undefined): Promise<void> {
    const bare = decisions.map(({ _id, at, subject, release, body }) => ({
      _id,
      at,
      subject,
      release,
      body,
    }));
    const hashes = await this.ask<string[]>({ kind: 'decisions', decisions: bare }, signal);
    if (hashes.length === 0) return;
    const contents = await this.lists.load(hashes);
    await this.ask(
      { kind: 'lists', contents: hashes.map((hash) => [hash, contents.get(hash) ?? []]) },
      signal,
    );
  }

  private ask<Answer>(request: VerifyRequest, signal: AbortSignal | undefined): Promise<Answer> {
    return this.thread.ask<Answer>(request, signal === undefined ? {} : { signal });
  }
}
