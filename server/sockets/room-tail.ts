import { Coalesced } from '../coalesced.ts';
import type { FrameLog, LoggedFrame } from './frame-log.ts';

const batch = 500;

/**
 * Follows one room of the log and hands each frame on, once and in order, whoever wrote it. What was handed on is `last`:
 * a screen that has seen everything up to `last` may join the room and misses nothing.
 */
export class RoomTail {
  readonly room: string;
  private position: number | undefined;
  private readonly reading = new Coalesced(() => this.read());
  private readonly log: FrameLog;
  private readonly handOn: (logged: LoggedFrame) => void;

  constructor(room: string, log: FrameLog, handOn: (logged: LoggedFrame) => void) {
    this.room = room;
    this.log = log;
    this.handOn = handOn;
  }

  /** Number of the last frame handed on; undefined until the first `advance` has finished. */
  get last(): number | undefined {
    return this.position;
  }

  /** Reads to the end of the log. Calls during a read share it, and one more read follows. */
  advance(): Promise<void> {
    return this.reading.run();
  }

  private async read(): Promise<void> {
    if (this.position === undefined) {
      this.position = (await this.log.heads([this.room])).get(this.room) ?? 0;
      return;
    }
    for (let full = true; full;) {
      const frames = await this.log.since(this.room, this.position, batch);
      for (const logged of frames) {
        if (logged.frame.seq <= this.position) continue;
        this.position = logged.frame.seq;
        this.handOn(logged);
      }
      full = frames.length === batch;
    }
  }
}
