import type { AlertsMore } from '../../rules-library/contract/live.ts';
import { TokenBuckets } from '../http/token-bucket.ts';
import type { LoggedFrame } from './frame-log.ts';

/** Single pushes a minute that reach a screen of one room; urgent ones have as many of their own. */
export const pushesPerMinute = 60;
/** What is held back is told so long after its first. */
const tellMs = 2000;

interface Held {
  from: number;
  to: number;
  count: number;
  urgent: number;
  timer: NodeJS.Timeout;
}

interface StormLimitOptions {
  send(room: string, logged: LoggedFrame): void;
  /** "N more": the numbers of the room go on as if each had come. */
  more(room: string, more: AlertsMore): void;
  perMinute?: number;
  /** Milliseconds until what was held back is told. */
  tellMs?: number;
  /** Milliseconds; the process's monotonic clock unless said. */
  now?: () => number;
}

/**
 * Keeps a storm of alerts off the screens: beyond the limit a room's raised alerts are counted into one word, "N more". Nothing
 * is lost: the log holds them all, and a screen that is back or asks for the list gets them. Ends of alerts always pass.
 */
export class StormLimit {
  private readonly buckets: TokenBuckets;
  private readonly held = new Map<string, Held>();
  private readonly options: StormLimitOptions;

  constructor(options: StormLimitOptions) {
    this.options = options;
    this.buckets = new TokenBuckets(options.now === undefined ? {} : { now: options.now });
  }

  push(room: string, logged: LoggedFrame): void {
    const urgent = isUrgent(logged);
    if (logged.event !== 'alert.raised' || this.hasRoom(room, urgent)) {
      this.tell(room);
      this.options.send(room, logged);
    } else this.hold(room, logged.frame.seq, urgent);
  }

  stop(): void {
    for (const { timer } of this.held.values()) clearTimeout(timer);
    this.held.clear();
  }

  private hasRoom(room: string, urgent: boolean): boolean {
    // Half of it at once and half over the minute: never more than the limit in any one minute.
    const half = (this.options.perMinute ?? pushesPerMinute) / 2;
    return this.buckets.take(`${room}${urgent ? '!' : ''}`, half / 60, half) === 0;
  }

  private hold(room: string, seq: number, urgent: boolean): void {
    let held = this.held.get(room);
    if (held === undefined) {
      const timer = setTimeout(() => this.tell(room), this.options.tellMs ?? tellMs).unref();
      this.held.set(room, (held = { from: seq, to: seq, count: 0, urgent: 0, timer }));
    }
    held.to = seq;
    held.count += 1;
    if (urgent) held.urgent += 1;
  }

  /** Says what was held back, before anything that comes after it. */
  private tell(room: string): void {
    const held = this.held.get(room);
    if (held === undefined) return;
    this.held.delete(room);
    const { timer, ...more } = held;
    clearTimeout(timer);
    this.options.more(room, more);
  }
}

function isUrgent({ frame: { data } }: LoggedFrame): boolean {
  return typeof data === 'object' && data !== null && 'level' in data && data.level === 'urgent';
}
