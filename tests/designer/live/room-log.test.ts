import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoomLog } from '../../../designer/live/room-log.ts';

interface Item {
  seq: number;
}

/** Deliveries of frames 1..n: any order, any number of repeats. */
const deliveries = fc.integer({ min: 1, max: 40 }).chain((count) => {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return fc.record({
    count: fc.constant(count),
    start: fc.integer({ min: 0, max: count }),
    seqs: fc
      .array(fc.constantFrom(...all), { maxLength: 60 })
      .chain((repeats) => fc.shuffledSubarray([...all, ...repeats], { minLength: count + repeats.length })),
  });
});

describe('the numbered news of one room', () => {
  it('hands on every frame once and in order, whatever the order of delivery', () => {
    fc.assert(
      fc.property(deliveries, ({ count, start, seqs }) => {
        const log = new RoomLog<Item>();
        const shown: number[] = [];
        log.start(start);
        for (const seq of seqs) shown.push(...log.take({ seq }).ready.map((item) => item.seq));
        expect(shown).toEqual(Array.from({ length: count - start }, (_, index) => start + index + 1));
        expect(log.last).toBe(count);
        expect(log.hole).toBe(false);
      }),
    );
  });

  it('keeps frames that come before it knows where the room stands', () => {
    const log = new RoomLog<Item>();
    expect(log.take({ seq: 8 })).toEqual({ ready: [], hole: false });
    expect(log.take({ seq: 7 })).toEqual({ ready: [], hole: false });
    expect(log.start(6)).toEqual({ ready: [{ seq: 7 }, { seq: 8 }], hole: false });
  });

  it('says that something is missing, and goes on when it comes', () => {
    const log = new RoomLog<Item>();
    log.start(3);
    expect(log.take({ seq: 5 })).toEqual({ ready: [], hole: true });
    expect(log.take({ seq: 4 })).toEqual({ ready: [{ seq: 4 }, { seq: 5 }], hole: false });
  });

  it('drops what lies before a new beginning', () => {
    const log = new RoomLog<Item>();
    log.start(1);
    log.take({ seq: 5 });
    log.take({ seq: 12 });
    expect(log.start(11)).toEqual({ ready: [{ seq: 12 }], hole: false });
    expect(log.take({ seq: 5 })).toEqual({ ready: [], hole: false });
  });

  it('goes on behind frames that were counted instead of sent, but never over a hole', () => {
    const log = new RoomLog<Item>();
    log.start(5);
    expect(log.take({ seq: 11 })).toEqual({ ready: [], hole: true });
    expect(log.skip(7, 9)).toEqual({ ready: [], hole: true, skipped: 0 });
    expect(log.skip(4, 9)).toEqual({ ready: [], hole: true, skipped: 4 });
    expect(log.skip(6, 9)).toEqual({ ready: [], hole: true, skipped: 0 });
    expect(log.skip(10, 10)).toEqual({ ready: [{ seq: 11 }], hole: false, skipped: 1 });
    expect(log.last).toBe(11);
  });
});
