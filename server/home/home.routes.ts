import { homeSchema } from '../../rules-library/contract/home.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { ReleasesPort } from '../releases-port.ts';
import { roomsOf } from '../sockets/rooms.ts';
import type { Store } from '../store/store.ts';
import type { AnnounceTimes } from './announce-times.ts';
import { minuteOf, rollupId } from './order-rollups.ts';

export interface HomeOptions {
  store: Store;
  releases: ReleasesPort;
  times: AnnounceTimes;
  /** The company's time zone: when today began. */
  zone: () => string;
}

/** The figures of the first screen. */
export function homeRoutes({ store, releases, times, zone }: HomeOptions): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/home',
      summary: { zh: '首页的数字', en: 'Figures of the first screen' },
      access: { kind: 'signed-in' },
      answers: { 200: homeSchema },
      async handle({ actor }) {
        const now = store.clock.now();
        const today = midnight(now, zone());
        const [minutes, held, alerts] = await Promise.all([
          recentMinutes(store, Math.min(today, now - 3_600_000), now),
          store.collection('orders').countDocuments({ held: true }),
          store.collection('alerts').countDocuments({ rooms: { $in: roomsOf(actor) }, open: true }),
        ]);
        const current = minuteOf(now);
        const perMinute = Array.from(
          { length: 60 },
          (_, index) => minutes.get(current - (59 - index) * 60_000) ?? 0,
        );
        const active = releases.current();
        return {
          body: {
            today: {
              orders: [...minutes].reduce((sum, [minute, count]) => (minute >= today ? sum + count : sum), 0),
              held,
              alerts,
              perMinute,
              perSecond: recentRate(minutes, now),
            },
            release:
              active === null
                ? null
                : { number: active.number, at: new Date(active.publishedAt).toISOString() },
            announceMs: times.figures(),
          },
        };
      },
    }),
  ];
}

/** Orders by minute. */
async function recentMinutes(store: Store, from: number, now: number): Promise<Map<number, number>> {
  const found = await store
    .collection('rollups')
    .find({ _id: { $gte: rollupId(from), $lte: rollupId(now) } } as never)
    .toArray();
  return new Map(found.map(({ at, count }) => [Number(at), Number(count)]));
}

/** Orders a second over this minute and the last one. */
function recentRate(minutes: ReadonlyMap<number, number>, now: number): number {
  const current = minuteOf(now);
  const passed = now - current + 60_000;
  const count = (minutes.get(current) ?? 0) + (minutes.get(current - 60_000) ?? 0);
  return Math.round((count / passed) * 10_000) / 10;
}

/** The last midnight of the zone, epoch ms. */
export function midnight(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const passed = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 + (now % 1000);
  return now - passed;
}
