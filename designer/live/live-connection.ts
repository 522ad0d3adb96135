import { io, type Socket } from 'socket.io-client';
import { alertViewSchema, type AlertView } from '../../rules-library/contract/alerts.ts';
import {
  liveNamespace,
  type AlertsMore,
  type ClientEvents,
  type ReleaseActivated,
  type ServerEvents,
} from '../../rules-library/contract/live.ts';
import { orderRowSchema, type OrderRow } from '../../rules-library/contract/orders.ts';
import { LiveRooms, type News } from './live-rooms.ts';
import { alertsFailed, setLiveState, takeMore, takeNews, takeOpenAlerts } from './live-store.ts';

export interface LiveConnectionOptions {
  /** Where the server is; absent: where this page came from. */
  address?: string;
  /** Reads everything open; called when this screen is new or missed too much. */
  readOpenAlerts(): Promise<{ open: AlertView[]; complete: boolean }>;
  /** The rest of the screens follow: hints that lists may be read anew. */
  onOrders(orders: readonly OrderRow[]): void;
  onStock(): void;
  onRelease(release: ReleaseActivated): void;
  /** What roles may press or read has changed. */
  onButtons(): void;
  onAlerts(): void;
  /** Somebody is asked to approve or to answer. */
  onApprovals(): void;
  onCaughtUp(): void;
  /** The server does not know this sign-in any more. */
  onNotSignedIn(): void;
}

const flushMs = 16;
const ackMs = 1000;
const holeMs = 150;
const stuckMs = 5000;
const retryMs = 1500;

/** The one socket of this page: connects, catches up, and hands what comes to the store. */
export class LiveConnection {
  private readonly rooms = new LiveRooms();
  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private readonly options: LiveConnectionOptions;
  private alerts: AlertView[] = [];
  private orders: OrderRow[] = [];
  /** Alerts that came while the list is being read. */
  private sinceList: Set<string> | undefined;
  private readonly acks = new Set<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private closed = false;

  constructor(options: LiveConnectionOptions) {
    this.options = options;
    this.socket = io(`${options.address ?? ''}${liveNamespace}`, {
      withCredentials: true,
      // A storm comes as "N more": this page says how many, and shows them when asked.
      auth: { paced: true },
      transports: ['websocket', 'polling'],
      reconnectionDelay: 400,
      reconnectionDelayMax: 4000,
    });
    this.socket.on('connect', () => this.resume());
    this.socket.on('disconnect', (reason) => this.disconnected(reason));
    this.socket.on('connect_error', (error) => {
      setLiveState('offline');
      if (error.message === 'not-signed-in') options.onNotSignedIn();
      else if (!this.socket.active) this.later('connect', retryMs, () => this.socket.connect());
    });
    this.socket.on('alert.raised', (frame) => this.numbered({ event: 'alert.raised', frame }));
    this.socket.on('alert.resolved', (frame) => this.numbered({ event: 'alert.resolved', frame }));
    this.socket.on('approval.opened', (frame) => this.numbered({ event: 'approval.opened', frame }));
    this.socket.on('alert.changed', (frame) => this.changed(frame.data.alert));
    this.socket.on('alerts.more', (frame) => this.more(frame.room, frame.data));
    this.socket.on('order.changed', (frame) => this.orderHint(frame.data.order));
    this.socket.on('stock.changed', () => options.onStock());
    this.socket.on('release.activated', (frame) => options.onRelease(frame.data));
    this.socket.on('buttons.changed', () => options.onButtons());
    globalThis.addEventListener('online', this.reconnectNow);
    document.addEventListener('visibilitychange', this.reconnectNow);
  }

  close(): void {
    this.closed = true;
    globalThis.removeEventListener('online', this.reconnectNow);
    document.removeEventListener('visibilitychange', this.reconnectNow);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.socket.disconnect();
  }

  private readonly reconnectNow = (): void => {
    if (!this.socket.connected && document.visibilityState === 'visible') this.socket.connect();
  };

  private disconnected(reason: string): void {
    setLiveState('offline');
    // The server ends sockets whose sign-in changed; coming back tells what holds now.
    if (reason === 'io server disconnect') this.later('connect', retryMs, () => this.socket.connect());
  }

  private resume(): void {
    setLiveState('catching-up');
    this.socket
      .timeout(stuckMs)
      .emit('resume', this.rooms.resumeRequest(), (failed: Error | null, answer) => {
        if (this.closed || !this.socket.connected) return;
        if (failed !== null) return this.later('resume', retryMs, () => this.resume());
        if ('error' in answer) {
          // A newer request of this screen is being answered; its answer counts.
          if (answer.error !== 'asked-again') this.later('resume', retryMs, () => this.resume());
          return;
        }
        const { ready, readLists } = this.rooms.resumed(answer);
        this.show(ready);
        if (readLists) void this.readList();
        this.settle();
      });
  }

  /** Says 实时 when nothing is missing; asks again when what is missing does not come. */
  private settle(): void {
    if (this.rooms.caughtUp && this.sinceList === undefined) {
      this.cancel('stuck');
      // Nothing is missing only once it is on the screen.
      this.flush();
      setLiveState('live', Date.now());
      for (const [room] of this.rooms.received) this.ack(room);
      this.options.onCaughtUp();
    } else this.later('stuck', stuckMs, () => this.socket.connected && this.resume());
  }

  private async readList(): Promise<void> {
    const since = new Set<string>();
    this.sinceList = since;
    try {
      const { open, complete } = await this.options.readOpenAlerts();
      if (this.sinceList !== since || this.closed) return;
      takeOpenAlerts(open, { complete, since });
      this.sinceList = undefined;
      if (this.socket.connected) this.settle();
    } catch (error) {
      if (this.sinceList !== since || this.closed) return;
      alertsFailed(error);
      this.later('list', retryMs, () => void this.readList());
    }
  }

  private numbered(news: News): void {
    const wasCaughtUp = this.rooms.caughtUp;
    const { ready, hole } = this.rooms.receive(news);
    this.show(ready);
    if (hole) {
      setLiveState('catching-up');
      this.later('hole', holeMs, () => this.rooms.hole && this.socket.connected && this.resume());
    } else if (!wasCaughtUp && this.rooms.caughtUp) this.settle();
    this.ack(news.frame.room);
  }

  private show(ready: readonly News[]): void {
    for (const { event, frame } of ready) {
      if (event === 'approval.opened') {
        this.options.onApprovals();
        continue;
      }
      const read = alertViewSchema.safeParse(frame.data);
      if (!read.success) continue;
      this.alerts.push(read.data);
      this.sinceList?.add(read.data.id);
    }
    if (ready.length > 0) this.flushSoon();
  }

  /** An alert this page shows came a step further. */
  private changed(alert: unknown): void {
    const read = alertViewSchema.safeParse(alert);
    if (!read.success) return;
    this.alerts.push(read.data);
    this.flushSoon();
  }

  /** Told of alerts instead of being sent them one by one. */
  private more(room: string, { from, to, count, urgent }: AlertsMore): void {
    const { ready, hole, skipped } = this.rooms.skip(room, from, to);
    this.show(ready);
    if (skipped > 0) {
      takeMore({ count: Math.min(count, skipped), urgent: Math.min(urgent, skipped) });
      this.ack(room);
    } else if (hole) this.later('hole', holeMs, () => this.socket.connected && this.resume());
  }

  private orderHint(order: unknown): void {
    const read = orderRowSchema.safeParse(order);
    if (!read.success) return;
    this.orders.push(read.data);
    this.flushSoon();
  }

  private flushSoon(): void {
    if (!this.timers.has('flush')) this.later('flush', flushMs, () => this.flush());
  }

  /** Shows what came since the last time, in one step. */
  private flush(): void {
    this.cancel('flush');
    const { alerts, orders } = this;
    if (alerts.length + orders.length === 0) return;
    this.alerts = [];
    this.orders = [];
    takeNews({ alerts, orders, at: Date.now() });
    if (alerts.length > 0) this.options.onAlerts();
    if (orders.length > 0) this.options.onOrders(orders);
  }

  /** Tells the server now and then how far this screen is. */
  private ack(room: string): void {
    this.acks.add(room);
    if (this.timers.has('ack')) return;
    this.later('ack', ackMs, () => {
      for (const name of this.acks) {
        const seq = this.rooms.last(name);
        if (seq !== undefined && this.socket.connected) this.socket.emit('ack', { room: name, seq });
      }
      this.acks.clear();
    });
  }

  private later(name: string, ms: number, run: () => void): void {
    this.cancel(name);
    this.timers.set(
      name,
      setTimeout(() => {
        this.timers.delete(name);
        run();
      }, ms),
    );
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }
}
