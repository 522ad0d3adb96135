const flushMs = 200;
const mostPerFlush = 100;

/**
 * Gathers news of changed things and hands on the newest of each, at most `mostPerFlush` every `flushMs`, so that a flood of
 * orders does not become a flood of packets. What is over is dropped: these are hints, screens read lists for the truth.
 */
export class Hints<News> {
  private readonly waiting = new Map<string, News>();
  private timer: NodeJS.Timeout | undefined;
  private readonly idOf: (news: News) => string;
  private readonly handOn: (news: News) => void;

  constructor(idOf: (news: News) => string, handOn: (news: News) => void) {
    this.idOf = idOf;
    this.handOn = handOn;
  }

  add(news: News): void {
    const id = this.idOf(news);
    this.waiting.delete(id);
    this.waiting.set(id, news);
    this.timer ??= setTimeout(() => this.flush(), flushMs).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private flush(): void {
    this.timer = undefined;
    const newest = [...this.waiting.values()].slice(-mostPerFlush);
    this.waiting.clear();
    for (const news of newest) this.handOn(news);
  }
}
