import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { RuleProgram } from '../../runtime/index.ts';
import { describeError } from '../http/describe-error.ts';
import { records, type RecordsPort, type Store } from '../store/store.ts';
import { readyRelease, type ActiveRelease } from './active-release.ts';
import type { ReleaseContent } from './build-release.ts';
import { Heartbeats } from './heartbeats.ts';
import { contentOf, type StoredPointer, type StoredRelease } from './release.ts';

const pollMs = 250;
const confirmMs = 1000;
const confirmEveryMs = 40;
const mostKept = 8;

export interface ReleaseSwitchOptions {
  store: Store;
  log: Logger;
  /** Name of this process among its fellows. */
  process: string;
  compile: (content: ReleaseContent) => RuleProgram;
}

/**
 * The release that decides, held in memory. Follows the pointer of the store: told by this process's own commits, asked every
 * 250 ms for those of others. A release that cannot be loaded leaves the last one in force and is tried again.
 */
export class ReleaseSwitch {
  private active: ActiveRelease | null = null;
  private epoch = 0;
  private readonly reading = new Coalesced(() => this.read());
  private readAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private readonly kept = new Map<number, ActiveRelease>();
  private readonly listeners = new Set<(release: ActiveRelease) => void>();
  private readonly pointers: RecordsPort<StoredPointer>;
  private readonly releases: RecordsPort<StoredRelease>;
  private readonly beats: Heartbeats;
  private readonly options: ReleaseSwitchOptions;

  constructor(options: ReleaseSwitchOptions) {
    this.options = options;
    this.pointers = records<StoredPointer>(options.store, 'pointers');
    this.releases = records<StoredRelease>(options.store, 'releases');
    this.beats = new Heartbeats(options.store, options.process, () => this.epoch);
  }

  /** Loads what is in force now; from then on follows it. */
  async start(): Promise<void> {
    await this.reading.run();
    await this.beats.start();
    this.timer = setInterval(() => this.refresh(), pollMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reading.settled();
    await this.beats.stop();
  }

  /** What decides now; null before the first release. */
  current(): ActiveRelease | null {
    return this.active;
  }

  /** Milliseconds since the store last said which release is in force: how long it has been out of reach. */
  silentMs(): number {
    return performance.now() - this.readAt;
  }

  /** Any release by number, for explaining what it decided; null when there is none. */
  async get(number: number): Promise<ActiveRelease | null> {
    const known = this.held(number);
    if (known !== null) return known;
    const stored = await this.releases.byId(String(number));
    return stored === null ? null : this.hold(stored);
  }

  held(number: number): ActiveRelease | null {
    return this.active?.number === number ? this.active : (this.kept.get(number) ?? null);
  }

  hold(stored: StoredRelease): ActiveRelease {
    const ready = readyRelease(stored, contentOf(stored), this.options.compile);
    this.kept.set(stored.number, ready);
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!);
    return ready;
  }

  onSwitched(listener: (release: ActiveRelease) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks at the pointer now, without waiting for it. */
  refresh(): void {
    this.reading.run().catch((error: unknown) => {
      this.options.log.warn(
        { error: describeError(error) },
        'the release in force could not be read; tried again',
      );
    });
  }

  /** Waits, at most a second, until every live process runs on this switch; names those that do not. */
  async confirmed(epoch: number): Promise<{ confirmed: number; waiting: string[] }> {
    const until = performance.now() + confirmMs;
    await this.reading.run();
    for (;;) {
      const answer = await this.beats.confirmed(epoch);
      if (answer.waiting.length === 0 || performance.now() > until) return answer;
      await new Promise((resolve) => setTimeout(resolve, confirmEveryMs));
    }
  }

  private async read(): Promise<void> {
    const pointer = await this.pointers.byId('release');
    this.readAt = performance.now();
    if (pointer === null || pointer.epoch <= this.epoch) return;
    const release = await this.get(pointer.number);
    if (release === null) throw new Error(`release ${pointer.number} is not in the store`);
    this.active = release;
    this.epoch = pointer.epoch;
    await this.beats.beat();
    for (const listener of this.listeners) listener(release);
  }
}
