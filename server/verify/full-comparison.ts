import type { Logger } from 'pino';
import type { Job } from '../context.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import { answerOf } from '../http/executed.ts';
import { contentOf, type StoredPointer, type StoredRelease } from '../releases/release.ts';
import { records, type Store } from '../store/store.ts';
import { checkInWords, placeOfRule } from './check-words.ts';
import { keepWitnesses } from './release-checks.ts';
import type { Disagreement } from './verification.ts';
import type { StoredComparison } from './verify.model.ts';
import type { Verifier } from './verifier.ts';

export interface FullComparisonOptions {
  store: Store;
  log: Logger;
  door: Door;
  /** One of its own: a press that publishes does not wait for it. */
  verifier: Pick<Verifier, 'verify' | 'close'>;
}

const everyMs = 5000;
const leaseMs = 60_000;

const actor: Actor = {
  kind: 'job',
  id: 'job:full-comparison',
  name: { zh: '发布后比对', en: 'Comparison after publishing' },
  roles: [],
  warehouse: null,
};

/**
 * Does what a check had no time for, once its release is in force: everything recorded, every changed rule, to the end. Where the engines then
 * disagree, operations get an urgent alert with the button to go back. One process has a comparison in hand at a time; after a crash
 * another takes it.
 */
export class FullComparison implements Job {
  readonly name = 'full-comparison';
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<unknown> = Promise.resolve();
  private busy = false;
  private readonly stopping = new AbortController();
  private readonly options: FullComparisonOptions;

  constructor(options: FullComparisonOptions) {
    this.options = options;
  }

  start(): this {
    this.timer = setInterval(() => this.wake(), everyMs).unref();
    this.wake();
    return this;
  }

  /** Looks for work now. */
  wake(): void {
    if (this.busy || this.stopping.signal.aborted) return;
    this.busy = true;
    this.working = this.compareNext()
      .catch((error: unknown) => {
        if (this.stopping.signal.aborted) return;
        this.options.log.warn({ error: describeError(error) }, 'a comparison failed, trying again');
      })
      .finally(() => {
        this.busy = false;
      });
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort(new Error('the server is closing'));
    // What is under way is not waited for: it begins again with the next start.
    await this.options.verifier.close();
    await this.working;
  }

  /** Takes the next comparison in hand and ends it; false when there is none. */
  async compareNext(): Promise<boolean> {
    const taken = await this.take();
    if (taken === null) return false;
    const renewing = setInterval(() => {
      // A lease that runs out is taken by another: the work is done twice, to the same result.
      this.set(taken, { until: this.options.store.clock.now() + leaseMs }).catch(() => {});
    }, leaseMs / 3);
    try {
      await this.compare(taken);
      return true;
    } finally {
      clearInterval(renewing);
    }
  }

  private async compare(taken: StoredComparison): Promise<void> {
    const { store, verifier } = this.options;
    const releases = records<StoredRelease>(store, 'releases');
    const release = await releases.byId(taken._id);
    if (release === null) throw new Error(`release ${taken._id} is not in the store`);
    const before = taken.before === null ? null : await releases.byId(String(taken.before));
    const found = await verifier.verify(
      release.body,
      before?.body ?? null,
      Number.POSITIVE_INFINITY,
      this.stopping.signal,
    );
    const { disagreements } = found.secondOpinion;
    await keepWitnesses(store, release.hash, disagreements);
    if (disagreements.length > 0) await this.alert(release, before, disagreements);
    const check = checkInWords(found, contentOf(release), before === null ? null : contentOf(before));
    await this.set(taken, { state: disagreements.length > 0 ? 'disagreed' : 'agreed', check });
  }

  /** Only what decides now is worth an urgent alert. */
  private async alert(
    release: StoredRelease,
    before: StoredRelease | null,
    [first]: readonly Disagreement[],
  ): Promise<void> {
    const { store, door } = this.options;
    const pointer = await records<StoredPointer>(store, 'pointers').byId('release');
    if (pointer?.number !== release.number || first === undefined) return;
    const { name } = placeOfRule(first.rule, contentOf(release), null);
    const back = before === null ? [] : [{ name: 'activate-release', target: `release:${before.number}` }];
    const input = {
      kind: 'other',
      level: 'urgent',
      to: [{ role: 'operations' }],
      text: {
        zh: `发布版本 ${release.number} 的「${name.zh}」两个引擎判定不一致，请核对；需要时可先回到上一个版本`,
        en: `Two engines judge "${name.en}" of release ${release.number} differently. Look into it; you can go back to the release before`,
      },
      buttons: back,
    };
    const target = `release:${release.number}`;
    const key = `comparison:${release.number}`;
    answerOf(await door.execute({ name: 'raise-alert', target, input, key }, actor));
  }

  private async take(): Promise<StoredComparison | null> {
    const { store } = this.options;
    const now = store.clock.now();
    const taken = await store
      .collection('comparisons')
      .findOneAndUpdate(
        { state: 'waiting', until: { $lt: now } },
        { $set: { until: now + leaseMs } },
        { sort: { _id: 1 }, returnDocument: 'after' },
      );
    return taken as unknown as StoredComparison | null;
  }

  private set(taken: StoredComparison, fields: Partial<StoredComparison>): Promise<void> {
    return records<StoredComparison>(this.options.store, 'comparisons').set(taken._id, fields);
  }
}
