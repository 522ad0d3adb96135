import type { Frame, ServerEvents } from '../../rules-library/contract/live.ts';

/** A frame as the durable log holds it, with the event it is announced by. */
export interface LoggedFrame {
  event: keyof ServerEvents;
  frame: Frame<unknown>;
}

/** The durable `(room, seq)` log, as sockets read it. Numbers of a room have no holes. */
export interface FrameLog {
  /** The newest number of each room; rooms without frames are 0 or left out. */
  heads(rooms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Frames of a room after `seq`, in order, at most `limit`. */
  since(room: string, seq: number, limit: number): Promise<LoggedFrame[]>;
  /** Tells of rooms that have news, from this process; loss is harmless. Returns how to stop. */
  onNews(listener: (room: string) => void): () => void;
}
