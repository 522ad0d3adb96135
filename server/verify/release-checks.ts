import type { Logger } from 'pino';
import type { z } from 'zod';
import type { publishSchema } from '../../rules-library/contract/releases.ts';
import { describeError } from '../http/describe-error.ts';
import { buildRelease, type BuiltRelease } from '../releases/build-release.ts';
import type { Compiler } from '../releases/publish-release.handler.ts';
import { readChosen } from '../releases/read-chosen.ts';
import { contentOf } from '../releases/release.ts';
import { records, type Store } from '../store/store.ts';
import type { CheckResult, CheckResults } from './check-results.ts';
import { checkInWords } from './check-words.ts';
import type { Disagreement, Verification } from './verification.ts';
import type { Verifier } from './verifier.ts';
import type { StoredWitness } from './verify.model.ts';

export interface ReleaseChecksOptions {
  store: Store;
  log: Logger;
  compiler: Pick<Compiler, 'compile' | 'vocabulary'>;
  verifier: Pick<Verifier, 'verify'>;
}

/** The whole press takes ten seconds at most; the rest is for reading, passing on and committing. */
const checkMs = 8500;
const mostKept = 8;

/**
 * Checks what is about to be published, ahead of the press: the press itself is planned without waiting for anything and finds the result here
 * by the hash of the very content it makes. What has changed in between has another hash, and no result.
 */
export class ReleaseChecks implements CheckResults {
  private readonly kept = new Map<string, CheckResult>();
  private readonly options: ReleaseChecksOptions;

  constructor(options: ReleaseChecksOptions) {
    this.options = options;
  }

  of(candidate: string, live: string | null): CheckResult | undefined {
    return this.kept.get(keyOf(candidate, live));
  }

  /**
   * Checks what publishing would make now. Null where there is nothing to check: nothing new, drawings that do not compile, or a
   * check that failed itself; the press then says what is wrong.
   */
  async check(input: z.output<typeof publishSchema>, signal?: AbortSignal): Promise<CheckResult | null> {
    const { active, chosen } = await readChosen(this.options.store, input);
    if (chosen.every(({ change }) => change === 'same')) return null;
    const { compile, vocabulary } = this.options.compiler;
    const compiles = chosen.every(({ flow }) =>
      compile(flow).problems.every(({ level }) => level !== 'error'),
    );
    if (!compiles) return null;
    const built = buildRelease(chosen, compile, vocabulary);
    const key = keyOf(built.hash, active?.hash ?? null);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    try {
      const live = active === null ? null : active.body;
      const text = JSON.stringify(built.content);
      const verification = await this.options.verifier.verify(text, live, checkMs, signal);
      await keepWitnesses(this.options.store, built.hash, verification.secondOpinion.disagreements);
      const content = active === null ? null : contentOf(active);
      const result = resultOf(verification, built, content);
      this.kept.set(key, result);
      if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!);
      return result;
    } catch (error) {
      this.options.log.warn({ error: describeError(error) }, 'the check before going live failed');
      return null;
    }
  }
}

/** Keeps the orders on which the engines disagreed, under the hash of the release they were tried on. */
export async function keepWitnesses(
  store: Store,
  release: string,
  disagreements: readonly Disagreement[],
): Promise<void> {
  const witnesses = records<StoredWitness>(store, 'witnesses');
  for (const [index, { facts, ours, theirs, rule }] of disagreements.entries()) {
    const body = JSON.stringify({ facts, ours, theirs });
    await witnesses.insert({
      _id: `${release}|${index}`,
      rev: 0,
      release,
      rule,
      at: store.clock.now(),
      body,
    });
  }
}

function keyOf(candidate: string, live: string | null): string {
  return `${candidate}|${live ?? ''}`;
}

function resultOf(
  verification: Verification,
  { content }: BuiltRelease,
  live: ReturnType<typeof contentOf> | null,
): CheckResult {
  return {
    check: checkInWords(verification, content, live),
    failedCases: verification.cases.failed,
    disagreements: verification.secondOpinion.disagreements,
  };
}
