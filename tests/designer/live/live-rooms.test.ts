import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveRooms, type News } from '../../../designer/live/live-rooms.ts';

/**
 * A model of the server: a log of numbered frames per room. `resume` answers with the heads and sends what was missed,
 * as the gateway does; the connection may lose, repeat and reorder anything but the answer itself.
 */
class ModelServer {
  readonly log = new Map<string, News[]>([
    ['role:keeper', []],
    ['person:1', []],
  ]);

  publish(room: string): News {
    const frames = this.log.get(room)!;
    const news: News = {
      event: 'alert.raised',
      frame: {
        room,
        seq: frames.length + 1,
        at: '2026-01-01T00:00:00.000Z',
        data: `${room} ${frames.length + 1}`,
      },
    };
    frames.push(news);
    return news;
  }

  heads(): Record<string, number> {
    return Object.fromEntries([...this.log].map(([room, frames]) => [room, frames.length]));
  }

  missed(last: Record<string, number>): News[] {
    return [...this.log].flatMap(([room, frames]) =>
      last[room] === undefined ? [] : frames.slice(last[room]),
    );
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      room: fc.constantFrom('role:keeper', 'person:1'),
      fate: fc.constantFrom('arrives', 'lost', 'twice', 'late'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resume' as const),
      keep: fc.array(fc.boolean(), { maxLength: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late ones arrive' as const) }) },
);

describe('a screen in its rooms', () => {
  it('ends with everything since its beginning, once and in order, after losses, repeats and reorderings', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.array(step, { maxLength: 60 }), (before, steps) => {
        const server = new ModelServer();
        for (let count = 0; count < before; count++) server.publish('role:keeper');
        const rooms = new LiveRooms();
        const shown: News[] = [];
        const take = (news: News): void => void shown.push(...rooms.receive(news).ready);
        const late: News[] = [];
        const beginning = server.heads();
        expect(rooms.resumed({ rooms: beginning, truncated: [] }).readLists).toBe(true);

        for (const one of steps) {
          if (one.do === 'publish') {
            const news = server.publish(one.room);
            if (one.fate === 'arrives' || one.fate === 'twice') take(news);
            if (one.fate === 'twice') take(news);
            if (one.fate === 'late') late.unshift(news);
          } else if (one.do === 'resume') {
            const missed = server.missed(rooms.resumeRequest());
            shown.push(...rooms.resumed({ rooms: server.heads(), truncated: [] }).ready);
            missed.forEach((news, index) => one.keep[index] !== false && take(news));
          } else for (const news of late.splice(0)) take(news);
        }
        // The connection is whole again: one more resume brings what is missing.
        const missed = server.missed(rooms.resumeRequest());
        expect(rooms.resumed({ rooms: server.heads(), truncated: [] }).readLists).toBe(false);
        for (const news of missed) take(news);
        for (const news of late) take(news);

        expect(rooms.caughtUp).toBe(true);
        for (const [room, frames] of server.log) {
          const seen = shown.filter(({ frame }) => frame.room === room).map(({ frame }) => frame.seq);
          expect(seen).toEqual(frames.slice(beginning[room]).map(({ frame }) => frame.seq));
        }
      }),
    );
  });

  it('reads the lists anew when too much was missed, and goes on from the head', () => {
    const rooms = new LiveRooms();
    rooms.resumed({ rooms: { r: 4 }, truncated: [] });
    expect(rooms.resumed({ rooms: { r: 5000 }, truncated: ['r'] })).toMatchObject({
      readLists: true,
      ready: [],
    });
    expect(rooms.last('r')).toBe(5000);
    expect(rooms.caughtUp).toBe(true);
  });

  it('forgets a room that is not this person’s any more', () => {
    const rooms = new LiveRooms();
    rooms.resumed({ rooms: { a: 1, b: 2 }, truncated: [] });
    rooms.resumed({ rooms: { b: 2 }, truncated: [] });
    expect(rooms.resumeRequest()).toEqual({ b: 2 });
  });

  it('is not caught up before what was missed has come', () => {
    const rooms = new LiveRooms();
    rooms.resumed({ rooms: { a: 1 }, truncated: [] });
    rooms.resumed({ rooms: { a: 3 }, truncated: [] });
    expect(rooms.caughtUp).toBe(false);
  });
});
