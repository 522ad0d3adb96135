/**
 * Limits calls per second by key. A call heavier than what is left is still let through once and leaves a debt that later
 * calls wait for, so a list of 500 orders is possible under any limit. Keeps at most `most` keys and forgets full ones.
 */
export class TokenBuckets {
  private readonly levels = new Map<string, { tokens: number; at: number }>();
  private readonly now: () => number;
  private readonly most: number;

  constructor(options: { now?: () => number; most?: number } = {}) {
    this.now = options.now ?? (() => performance.now());
    this.most = options.most ?? 20_000;
  }

  /** 0 when the call may pass, else the seconds to wait. */
  take(key: string, perSecond: number, burst: number, weight = 1): number {
    const now = this.now();
    const level = this.levels.get(key);
    const tokens =
      level === undefined ? burst : Math.min(burst, level.tokens + ((now - level.at) / 1000) * perSecond);
    if (tokens < Math.min(1, weight)) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    this.levels.delete(key);
    if (this.levels.size >= this.most) this.forgetOldest();
    this.levels.set(key, { tokens: tokens - weight, at: now });
    return 0;
  }

  /** Undoes a `take`, as for a sign-in that was right after all. */
  giveBack(key: string, burst: number, weight = 1): void {
    const level = this.levels.get(key);
    if (level !== undefined) level.tokens = Math.min(burst, level.tokens + weight);
  }

  forget(key: string): void {
    this.levels.delete(key);
  }

  private forgetOldest(): void {
    const oldest = this.levels.keys().next();
    if (oldest.done !== true) this.levels.delete(oldest.value);
  }
}
