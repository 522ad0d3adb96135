import type { OrderRow } from '../../rules-library/contract/orders.ts';

const flushMs = 200;
const mostPerFlush = 100;

/**
 * Gathers changed orders and hands on the newest state of each, at most `mostPerFlush` every `flushMs`, so that a flood of
 * orders does not become a flood of packets. What is over is dropped: these are hints, screens read lists for the truth.
 */
export class OrderHints {
  private readonly waiting = new Map<string, OrderRow>();
  private timer: NodeJS.Timeout | undefined;
  private readonly handOn: (row: OrderRow) => void;

  constructor(handOn: (row: OrderRow) => void) {
    this.handOn = handOn;
  }

  add(row: OrderRow): void {
    this.waiting.delete(row.id);
    this.waiting.set(row.id, row);
    this.timer ??= setTimeout(() => this.flush(), flushMs).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private flush(): void {
    this.timer = undefined;
    const rows = [...this.waiting.values()].slice(-mostPerFlush);
    this.waiting.clear();
    for (const row of rows) this.handOn(row);
  }
}
