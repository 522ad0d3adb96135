import type { ResumeAnswer, ResumeRequest } from '../../rules-library/contract/live.ts';
import type { FrameLog, LoggedFrame } from './frame-log.ts';
import type { RoomTail } from './room-tail.ts';

/** Most missed frames sent to one screen for one room; who missed more reads the lists anew. */
export const mostMissed = 1000;
const batch = 250;

interface Start {
  tail: RoomTail;
  /** The screen has everything up to here. */
  cursor: number;
  truncated: boolean;
}

/** A screen on its way to being up to date. */
export interface CatchingUp {
  answer: ResumeAnswer;
  /**
   * Sends what was missed, in order, then lets the screen join each room at the very moment it has everything that the room
   * handed on. Stops early when `wanted` says the screen is gone or has asked anew.
   */
  run(screen: {
    send(logged: LoggedFrame): void;
    join(room: string): void;
    wanted(): boolean;
  }): Promise<void>;
}

/** Works out where a screen stands in its rooms. Rooms it names no number for start at their head. */
export async function catchUp(
  log: FrameLog,
  tails: readonly RoomTail[],
  seen: ResumeRequest,
): Promise<CatchingUp> {
  await Promise.all(tails.map((tail) => tail.advance()));
  const starts = await Promise.all(tails.map((tail) => startOf(log, tail, seen[tail.room])));
  return {
    answer: {
      rooms: Object.fromEntries(starts.map(({ tail }) => [tail.room, tail.last ?? 0])),
      truncated: starts.filter(({ truncated }) => truncated).map(({ tail }) => tail.room),
    },
    async run(screen) {
      for (const start of starts) {
        if (!(await sendMissed(log, start, screen))) return;
        screen.join(start.tail.room);
      }
    },
  };
}

async function startOf(log: FrameLog, tail: RoomTail, seen: number | undefined): Promise<Start> {
  const head = tail.last ?? 0;
  if (seen === undefined || seen === head) return { tail, cursor: head, truncated: false };
  if (seen > head || head - seen > mostMissed) return { tail, cursor: head, truncated: true };
  const [first] = await log.since(tail.room, seen, 1);
  const complete = first?.frame.seq === seen + 1;
  return { tail, cursor: complete ? seen : head, truncated: !complete };
}

/** True when the screen has everything the room has handed on; nothing is awaited after the last look. */
async function sendMissed(
  log: FrameLog,
  start: Start,
  screen: { send(logged: LoggedFrame): void; wanted(): boolean },
): Promise<boolean> {
  let { cursor } = start;
  while (screen.wanted()) {
    const goal = start.tail.last ?? 0;
    if (cursor >= goal) return true;
    const frames = await log.since(start.tail.room, cursor, batch);
    if (!screen.wanted()) return false;
    const before = cursor;
    for (const logged of frames) {
      // Beyond the goal the room itself will hand it on, after the screen has joined.
      if (logged.frame.seq > (start.tail.last ?? 0)) break;
      screen.send(logged);
      cursor = logged.frame.seq;
    }
    // Nothing of it is in the log any more: what is left can only be read from the lists.
    if (cursor === before) return true;
  }
  return false;
}
