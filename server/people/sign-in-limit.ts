import { RequestError } from '../http/request-error.ts';
import { TokenBuckets } from '../http/token-bucket.ts';

interface Limit {
  key: string;
  burst: number;
  perSecond: number;
}

/** At most this many passwords are checked at once: each takes 19 MiB and tens of milliseconds. */
const mostAtOnce = 8;

/** Slows down guessing: only sign-ins that fail count, per person and address, per person, and per address. */
export class SignInLimit {
  private readonly buckets = new TokenBuckets();
  private running = 0;

  /** Runs one check of a password; it answers whether the sign-in was right. Throws 429 after too many wrong ones. */
  async guard<Result>(
    username: string,
    address: string,
    check: () => Promise<Result | null>,
  ): Promise<Result | null> {
    const limits: Limit[] = [
      { key: `both:${username}|${address}`, burst: 6, perSecond: 1 / 20 },
      { key: `name:${username}`, burst: 50, perSecond: 1 / 10 },
      { key: `from:${address}`, burst: 60, perSecond: 1 / 2 },
    ];
    for (const { key, burst, perSecond } of limits) {
      const wait = this.buckets.take(key, perSecond, burst);
      if (wait > 0) throw tooMany(wait);
    }
    if (this.running >= mostAtOnce) {
      this.giveBack(limits);
      throw tooMany(1);
    }
    this.running += 1;
    try {
      const result = await check();
      if (result !== null) this.giveBack(limits);
      return result;
    } finally {
      this.running -= 1;
    }
  }

  private giveBack(limits: readonly Limit[]): void {
    for (const { key, burst } of limits) this.buckets.giveBack(key, burst);
  }
}

function tooMany(wait: number): RequestError {
  return new RequestError(
    'too-many',
    {
      zh: `登录尝试太多，请 ${wait} 秒后再试。`,
      en: `Too many attempts to sign in. Try again in ${wait} s.`,
    },
    { retryAfter: wait },
  );
}
