import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createChain } from '../../../server/rehearsal/chain/chain.ts';
import { peakDay, type PlannedEvent, type PlannedOrder } from '../../../server/rehearsal/chain/peak-day.ts';
import { Rehearsal, type RehearsalPorts } from '../../../server/rehearsal/rehearsal.ts';

const start = Date.UTC(2025, 11, 11, 16);
const chain = createChain(12, { skus: 200, shops: 20, people: 300 });
let orders: PlannedOrder[];
let events: PlannedEvent[];
let errors: unknown[];

function rehearsal(more: Partial<RehearsalPorts> = {}): Rehearsal {
  return new Rehearsal({
    prepare: async () => {},
    sendOrder: async (order) => void orders.push(order),
    sendEvent: async (event) => void events.push(event),
    makeChain: () => chain,
    makeDay: (made, run) => ({ start, planned: peakDay(made, { orders: 2000, start, run }) }),
    now: () => Date.now(),
    onError: (error) => errors.push(error),
    ...more,
  });
}

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 24, 8),
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'Date', 'performance'],
  });
  orders = [];
  events = [];
  errors = [];
});
afterEach(() => vi.useRealTimers());

describe('the rehearsal', () => {
  test('plays the whole day once, in order, and then says so', async () => {
    const played = rehearsal();
    played.begin(60);
    await vi.advanceTimersByTimeAsync(0);
    expect(played.view(true)).toMatchObject({ state: 'running', sent: 0, speed: 60 });
    await vi.advanceTimersByTimeAsync(86_400_000 / 60 + 1000);
    expect(played.view(true)).toMatchObject({ state: 'finished', sent: played.view(true).total });
    expect(orders).toHaveLength(2000);
    expect(events.length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('moves every time to now, and keeps the distance to the delivery date', async () => {
    const played = rehearsal();
    played.begin(60);
    await vi.advanceTimersByTimeAsync(60_000);
    const order = orders.at(-1)!;
    expect(Math.abs(Date.parse(order.placedAt) - Date.now())).toBeLessThan(1000);
    const hours = (Date.parse(order.requestedDelivery) - Date.parse(order.placedAt)) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(24);
    expect(hours).toBeLessThanOrEqual(96);
  });

  test('pauses, goes on at another speed, and stops for good', async () => {
    const played = rehearsal();
    played.begin(60);
    await vi.advanceTimersByTimeAsync(30_000);
    played.pause();
    const paused = orders.length;
    expect(paused).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(orders).toHaveLength(paused);
    played.setSpeed(30);
    played.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(orders.length).toBeGreaterThan(paused);
    played.stop();
    const stopped = orders.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(orders).toHaveLength(stopped);
    expect(played.view(true)).toMatchObject({ state: 'idle', sent: 0 });
  });

  test('slows down instead of flooding a door that does not answer', async () => {
    let waiting = 0;
    const played = rehearsal({
      sendOrder: () => {
        waiting++;
        return new Promise(() => {});
      },
    });
    played.begin(60);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(waiting).toBe(64);
    expect(played.view(true).state).toBe('running');
  });

  test('a failed preparation leaves it ready to be started again, and the failure is told', async () => {
    let fail = true;
    const played = rehearsal({
      prepare: async () => {
        if (fail) throw new Error('no store');
      },
    });
    played.begin(60);
    await vi.advanceTimersByTimeAsync(0);
    expect(played.view(true).state).toBe('idle');
    expect(errors).toHaveLength(1);
    fail = false;
    played.begin(60);
    await vi.advanceTimersByTimeAsync(0);
    expect(played.view(true).state).toBe('running');
  });

  test('numbers differ from one run to the next', async () => {
    const played = rehearsal();
    played.begin(60);
    await vi.advanceTimersByTimeAsync(60_000);
    played.stop();
    const first = new Set(orders.map(({ channel, externalId }) => channel + externalId));
    orders = [];
    played.begin(60);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(orders.some(({ channel, externalId }) => first.has(channel + externalId))).toBe(false);
  });
});
