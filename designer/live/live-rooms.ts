import type { Frame, ResumeAnswer, ResumeRequest } from '../../rules-library/contract/live.ts';
import { RoomLog } from './room-log.ts';

/** A frame with the name of its event. */
export interface News {
  event: 'alert.raised' | 'alert.resolved' | 'approval.opened';
  frame: Frame<unknown>;
}

interface Item extends News {
  seq: number;
}

export interface Received {
  /** In order within each room, each once. */
  ready: News[];
  hole: boolean;
}

/** Where this screen stands in each of its rooms. */
export class LiveRooms {
  private readonly logs = new Map<string, RoomLog<Item>>();
  private heads: Record<string, number> = {};

  receive(news: News): Received {
    const { ready, hole } = this.log(news.frame.room).take({ ...news, seq: news.frame.seq });
    return { ready, hole };
  }

  /** Frames of a room were counted instead of sent. */
  skip(room: string, from: number, to: number): Received & { skipped: number } {
    return this.log(room).skip(from, to);
  }

  /** Every room with the number of the last frame this screen has. */
  get received(): [string, number][] {
    return [...this.logs].flatMap(([room, { last }]) =>
      last === undefined ? [] : [[room, last] as [string, number]],
    );
  }

  /** What to ask for: the last frame of each room that is known. */
  resumeRequest(): ResumeRequest {
    const request: ResumeRequest = {};
    for (const [room, { last }] of this.logs) if (last !== undefined) request[room] = last;
    return request;
  }

  /**
   * Takes in where the rooms stand. Missed frames follow by themselves. `readLists`: rooms whose past cannot be told by
   * frames, because the screen is new there or missed too much; they go on from their head.
   */
  resumed(answer: ResumeAnswer): Received & { readLists: boolean } {
    this.heads = answer.rooms;
    for (const room of this.logs.keys()) if (!Object.hasOwn(answer.rooms, room)) this.logs.delete(room);
    const ready: News[] = [];
    let readLists = false;
    for (const [room, head] of Object.entries(answer.rooms)) {
      const log = this.log(room);
      if (log.last !== undefined && !answer.truncated.includes(room)) continue;
      readLists = true;
      ready.push(...log.start(head).ready);
    }
    return { ready, hole: this.hole, readLists };
  }

  get hole(): boolean {
    return [...this.logs.values()].some(({ hole }) => hole);
  }

  /** Everything that was there at the last `resume` has come. */
  get caughtUp(): boolean {
    return (
      Object.entries(this.heads).every(([room, head]) => (this.logs.get(room)?.last ?? -1) >= head) &&
      !this.hole
    );
  }

  last(room: string): number | undefined {
    return this.logs.get(room)?.last;
  }

  private log(room: string): RoomLog<Item> {
    const known = this.logs.get(room);
    if (known !== undefined) return known;
    const log = new RoomLog<Item>();
    this.logs.set(room, log);
    return log;
  }
}
