import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp, mostMissed } from '../../../server/sockets/catch-up.ts';
import type { FrameLog, LoggedFrame } from '../../../server/sockets/frame-log.ts';
import { RoomTail } from '../../../server/sockets/room-tail.ts';

/** A log of one room whose reads take as long as the test's scheduler says. */
class MemoryLog implements FrameLog {
  readonly frames: LoggedFrame[] = [];
  private readonly wait: () => Promise<void>;
  constructor(wait: () => Promise<void> = async () => {}) {
    this.wait = wait;
  }
  write(room: string): void {
    const seq = this.frames.length + 1;
    this.frames.push({ event: 'alert.raised', frame: { room, seq, at: '', data: seq } });
  }
  async heads(rooms: readonly string[]): Promise<Map<string, number>> {
    await this.wait();
    return new Map(rooms.map((room) => [room, this.frames.length]));
  }
  async since(_room: string, seq: number, limit: number): Promise<LoggedFrame[]> {
    await this.wait();
    const found = this.frames.filter(({ frame }) => frame.seq > seq).slice(0, limit);
    await this.wait();
    return found;
  }
  onNews(): () => void {
    return () => {};
  }
}

const room = 'role:keeper';

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a screen that comes back', () => {
  test('gets every frame once and in order, whatever the timing of reads and writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        async (scheduler, before, during, seenShare) => {
          const log = new MemoryLog(() => scheduler.schedule(Promise.resolve()));
          for (let n = 0; n < before; n += 1) log.write(room);
          const seen = Math.min(seenShare, before);
          const got: number[] = [];
          let joined = false;
          const tail = new RoomTail(room, log, ({ frame }) => {
            if (joined) got.push(frame.seq);
          });
          const writes = Array.from({ length: during }, () =>
            scheduler.schedule(Promise.resolve()).then(() => {
              log.write(room);
              return tail.advance();
            }),
          );
          const screen = catchUp(log, [tail], { [room]: seen }).then((catching) =>
            catching.run({
              send: ({ frame }) => got.push(frame.seq),
              join: () => {
                joined = true;
              },
              wanted: () => true,
            }),
          );
          await scheduler.waitFor(Promise.all([screen, ...writes]));
          await scheduler.waitFor(tail.advance());
          const expected = Array.from({ length: before + during - seen }, (_, n) => seen + n + 1);
          expect(got).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('after too long a gap, or with numbers of another store, it is told to read the lists anew', async () => {
    const log = new MemoryLog();
    for (let n = 0; n < mostMissed + 5; n += 1) log.write(room);
    const tail = new RoomTail(room, log, () => {});
    const far = await catchUp(log, [tail], { [room]: 1 });
    expect(far.answer).toEqual({ rooms: { [room]: mostMissed + 5 }, truncated: [room] });
    const foreign = await catchUp(log, [tail], { [room]: 999_999 });
    expect(foreign.answer.truncated).toEqual([room]);
    const near = await catchUp(log, [tail], { [room]: 5 });
    expect(near.answer.truncated).toEqual([]);
  });

  test('a room it names no number for starts at its head', async () => {
    const log = new MemoryLog();
    log.write(room);
    const got: number[] = [];
    let joined = false;
    const tail = new RoomTail(room, log, ({ frame }) => joined && got.push(frame.seq));
    const catching = await catchUp(log, [tail], {});
    expect(catching.answer).toEqual({ rooms: { [room]: 1 }, truncated: [] });
    await catching.run({
      send: ({ frame }) => got.push(frame.seq),
      join: () => {
        joined = true;
      },
      wanted: () => true,
    });
    log.write(room);
    await tail.advance();
    await until(() => got.length > 0);
    expect(got).toEqual([2]);
  });

  test('one that leaves in between gets nothing more', async () => {
    const log = new MemoryLog();
    for (let n = 0; n < 600; n += 1) log.write(room);
    const got: number[] = [];
    const tail = new RoomTail(room, log, () => {});
    const catching = await catchUp(log, [tail], { [room]: 0 });
    let joined = false;
    await catching.run({
      send: ({ frame }) => got.push(frame.seq),
      join: () => {
        joined = true;
      },
      wanted: () => got.length < 100,
    });
    expect(joined).toBe(false);
    expect(got.length).toBeLessThanOrEqual(250);
  });
});
