import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AlertsMore } from '../../../rules-library/contract/live.ts';
import type { LoggedFrame } from '../../../server/sockets/frame-log.ts';
import { StormLimit } from '../../../server/sockets/storm-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const perMinute = 10;
const frame = (seq: number, level: string, event: LoggedFrame['event'] = 'alert.raised'): LoggedFrame => ({
  event,
  frame: { room: 'r', seq, at: '', data: { level } },
});

/** What comes in: news of a level, or the end of an alert, so many milliseconds after the last. */
const news = fc.record({
  level: fc.constantFrom('info', 'urgent'),
  ends: fc.boolean(),
  after: fc.constantFrom(0, 0, 0, 50, 1500, 7000),
});

test('numbers of a room go on without a hole, singly or counted; never more than the limit in a minute', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 80 }), (all) => {
      let now = 0;
      const told: (
        { seq: number; at: number; level: string; ends: boolean } | (AlertsMore & { at: number })
      )[] = [];
      const storm = new StormLimit({
        perMinute,
        now: () => now,
        send: (_room, { event, frame: { seq, data } }) =>
          told.push({ seq, at: now, level: (data as any).level, ends: event === 'alert.resolved' }),
        more: (_room, more) => told.push({ ...more, at: now }),
      });
      all.forEach(({ level, ends, after }, index) => {
        now += after;
        vi.advanceTimersByTime(after);
        storm.push('r', frame(index + 1, level, ends ? 'alert.resolved' : 'alert.raised'));
      });
      vi.advanceTimersByTime(10_000);
      storm.stop();
      let last = 0;
      for (const one of told) {
        if ('seq' in one) expect(one.seq).toBe(++last);
        else {
          expect(one.from).toBe(last + 1);
          expect(one.to - one.from + 1).toBe(one.count);
          const urgent = all.slice(one.from - 1, one.to).filter(({ level }) => level === 'urgent').length;
          expect(one.urgent).toBe(urgent);
          last = one.to;
        }
      }
      expect(last).toBe(all.length);
      for (const level of ['info', 'urgent']) {
        const times = told.flatMap((one) =>
          'seq' in one && one.level === level && !one.ends ? [one.at] : [],
        );
        for (const [index, at] of times.entries())
          expect(times.slice(index).filter((later) => later < at + 60_000).length).toBeLessThanOrEqual(
            perMinute,
          );
      }
      // The end of an alert is never held back.
      const ended = told.filter((one) => 'seq' in one && one.ends).length;
      expect(ended).toBe(all.filter(({ ends }) => ends).length);
    }),
    { numRuns: 120 },
  );
});
