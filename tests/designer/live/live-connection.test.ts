// @vitest-environment jsdom
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlertView } from '../../../rules-library/contract/alerts.ts';
import { hintSeq, liveNamespace, type Frame } from '../../../rules-library/contract/live.ts';
import { openAlerts } from '../../../designer/live/alert-book.ts';
import { LiveConnection } from '../../../designer/live/live-connection.ts';
import { forgetLive, takeOpenAlerts, useLive } from '../../../designer/live/live-store.ts';
import { alertOf, rowOf } from '../support.ts';

const room = 'role:keeper';

/** A real Socket.IO server that follows the contract of one room, and can be told to lose what it sends. */
class ModelGateway {
  readonly http = createServer();
  readonly io = new Server(this.http);
  readonly log: Frame<AlertView>[] = [];
  resumes = 0;
  losing = false;
  admitting = true;

  constructor() {
    const live = this.io.of(liveNamespace);
    live.use((_socket, next) => next(this.admitting ? undefined : new Error('not-signed-in')));
    live.on('connection', (socket: Socket) => {
      socket.on('resume', (last: Record<string, number>, answer: (result: unknown) => void) => {
        this.resumes++;
        answer({ rooms: { [room]: this.log.length }, truncated: [] });
        if (last[room] !== undefined)
          for (const frame of this.log.slice(last[room])) socket.emit('alert.raised', frame);
        void socket.join(room);
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  raise(id: string): void {
    const frame = { room, seq: this.log.length + 1, at: '2026-03-01T02:00:00.000Z', data: alertOf({ id }) };
    this.log.push(frame);
    if (!this.losing) this.io.of(liveNamespace).to(room).emit('alert.raised', frame);
  }

  more(from: number, to: number): void {
    const data = { from, to, count: to - from + 1, urgent: 1 };
    this.io.of(liveNamespace).to(room).emit('alerts.more', { room, seq: to, at: '', data });
  }

  hint(event: string, data: unknown): void {
    this.io.of(liveNamespace).emit(event, { room: '', seq: hintSeq, at: '', data });
  }

  disconnectAll(): void {
    this.io.of(liveNamespace).disconnectSockets(true);
  }
}

const ids = (): string[] =>
  openAlerts(useLive.getState().alerts)
    .map(({ id }) => id)
    .sort();
const live = (): Promise<void> =>
  vi.waitFor(() => expect(useLive.getState().state).toBe('live'), { timeout: 8000 });

let gateway: ModelGateway;
let connection: LiveConnection;
let open: AlertView[];
const told = {
  onOrders: vi.fn(),
  onRelease: vi.fn(),
  onAlerts: vi.fn(),
  onStock: vi.fn(),
  onApprovals: vi.fn(),
  onButtons: vi.fn(),
  onCaughtUp: vi.fn(),
  onNotSignedIn: vi.fn(),
};

async function connect(): Promise<void> {
  const address = await gateway.start();
  connection = new LiveConnection({
    ...told,
    address,
    readOpenAlerts: async () => ({ open, complete: true }),
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  forgetLive();
  open = [];
  gateway = new ModelGateway();
});
afterEach(async () => {
  connection.close();
  await gateway.io.close();
});

describe('the live connection of a page', () => {
  it('reads what is open once, then shows news as it comes', async () => {
    gateway.raise('before');
    open = [alertOf({ id: 'before' })];
    await connect();
    await live();
    gateway.raise('after');
    await vi.waitFor(() => expect(ids()).toEqual(['after', 'before']));
  });

  it('finds a hole by its number and fills it by itself', async () => {
    await connect();
    await live();
    gateway.raise('1');
    gateway.losing = true;
    gateway.raise('lost');
    gateway.losing = false;
    gateway.raise('3');
    await vi.waitFor(() => expect(ids()).toEqual(['1', '3', 'lost']), { timeout: 4000 });
    await live();
    expect(gateway.resumes).toBe(2);
  });

  it('comes back after the server ended the socket, says so meanwhile, and misses nothing', async () => {
    await connect();
    await live();
    gateway.disconnectAll();
    await vi.waitFor(() => expect(useLive.getState().state).toBe('offline'));
    gateway.raise('while away');
    await live();
    expect(ids()).toEqual(['while away']);
    expect(told.onCaughtUp).toHaveBeenCalledTimes(2);
  });

  it('hands on hints about orders and releases, and drops what it does not understand', async () => {
    await connect();
    await live();
    gateway.hint('order.changed', { order: { id: 7 } });
    gateway.hint('order.changed', { order: rowOf({ id: 'o1' }) });
    gateway.hint('release.activated', { number: 38, at: '2026-03-01T02:00:00.000Z' });
    await vi.waitFor(() => expect(told.onOrders).toHaveBeenCalled());
    expect(useLive.getState().orders.map(({ id }) => id)).toEqual(['o1']);
    expect(told.onRelease).toHaveBeenCalledWith({ number: 38, at: '2026-03-01T02:00:00.000Z' });
  });

  it('tells when the sign-in has ended', async () => {
    gateway.admitting = false;
    await connect();
    await vi.waitFor(() => expect(told.onNotSignedIn).toHaveBeenCalled());
    expect(useLive.getState().state).toBe('offline');
  });

  it('says how many alerts of a storm were counted, goes on behind them, and forgets it once the list was read', async () => {
    await connect();
    await live();
    gateway.raise('a');
    gateway.losing = true;
    for (const id of ['b', 'c', 'd']) gateway.raise(id);
    gateway.losing = false;
    gateway.more(2, 4);
    await vi.waitFor(() => expect(useLive.getState().more).toEqual({ count: 3, urgent: 1 }));
    gateway.raise('e');
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'e']));
    const asked = gateway.resumes;
    takeOpenAlerts(
      gateway.log.map(({ data }) => data),
      { complete: false, since: new Set() },
    );
    expect(useLive.getState().more.count).toBe(0);
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(gateway.resumes).toBe(asked);
  });
});
