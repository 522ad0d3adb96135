/** How long the last alerts took from the arrival of what raised them to the screens, in ms. */
export class AnnounceTimes {
  private readonly samples: { at: number; ms: number }[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  add(ms: number): void {
    this.samples.push({ at: this.now(), ms });
    if (this.samples.length > mostSamples) this.samples.splice(0, this.samples.length - mostSamples);
  }

  /** Median and 99 % of the last minutes; null without any. */
  figures(): { p50: number; p99: number } | null {
    const from = this.now() - keptMs;
    const recent = this.samples
      .filter(({ at }) => at >= from)
      .map(({ ms }) => ms)
      .sort((a, b) => a - b);
    if (recent.length === 0) return null;
    const share = (part: number): number =>
      recent[Math.min(recent.length - 1, Math.floor(part * recent.length))]!;
    return { p50: share(0.5), p99: share(0.99) };
  }
}

const mostSamples = 2000;
const keptMs = 10 * 60_000;
