import type { Frame } from '../../rules-library/contract/live.ts';

/** A numbered frame, or anything shaped like one. */
export type Numbered = Pick<Frame<unknown>, 'seq'>;

export interface Taken<Item> {
  /** In order, each once: what can be shown now. */
  ready: Item[];
  /** Something before what is waiting has not come: ask for it. */
  hole: boolean;
}

/** Frames beyond a hole kept at most; more are dropped and asked for again with the hole. */
const mostWaiting = 2000;

/**
 * One room's numbered news: hands on every frame once and in order, whatever is lost, repeated or comes early. Until `start`
 * has told where the room stands, frames wait.
 */
export class RoomLog<Item extends Numbered> {
  private seen: number | undefined;
  private readonly waiting = new Map<number, Item>();

  /** The last frame handed on, or where this screen began; undefined before `start`. */
  get last(): number | undefined {
    return this.seen;
  }

  get hole(): boolean {
    return this.seen !== undefined && this.waiting.size > 0;
  }

  take(item: Item): Taken<Item> {
    if (this.seen !== undefined && item.seq <= this.seen) return { ready: [], hole: this.hole };
    if (this.waiting.size < mostWaiting || item.seq === (this.seen ?? -1) + 1)
      this.waiting.set(item.seq, item);
    return this.drain();
  }

  /** Begins, or after too much was missed begins anew, at a number: everything up to it is read from the lists. */
  start(at: number): Taken<Item> {
    this.seen = at;
    for (const seq of this.waiting.keys()) if (seq <= at) this.waiting.delete(seq);
    return this.drain();
  }

  /** Frames `from` to `to` were counted instead of sent; answers how many of them are new here. A hole before them stays one. */
  skip(from: number, to: number): Taken<Item> & { skipped: number } {
    if (this.seen === undefined || to <= this.seen) return { ready: [], hole: this.hole, skipped: 0 };
    if (from > this.seen + 1) return { ready: [], hole: true, skipped: 0 };
    const skipped = to - this.seen;
    return { ...this.start(to), skipped };
  }

  private drain(): Taken<Item> {
    const ready: Item[] = [];
    while (this.seen !== undefined) {
      const next = this.waiting.get(this.seen + 1);
      if (next === undefined) break;
      this.waiting.delete(next.seq);
      this.seen = next.seq;
      ready.push(next);
    }
    return { ready, hole: this.hole };
  }
}
