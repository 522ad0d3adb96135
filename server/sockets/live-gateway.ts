import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import {
  liveNamespace,
  type AlertsMore,
  type ReleaseActivated,
  type ResumeAnswer,
} from '../../rules-library/contract/live.ts';
import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import type { Permissions } from '../door/permission.ts';
import { describeError } from '../http/describe-error.ts';
import { isForeign } from '../http/origin.ts';
import { readSessionCookie } from '../http/session-cookie.ts';
import { TokenBuckets } from '../http/token-bucket.ts';
import { catchUp } from './catch-up.ts';
import type { FrameLog, LoggedFrame } from './frame-log.ts';
import { Hints } from './hints.ts';
import { ackPacketSchema, resumePacketSchema } from './packets.ts';
import { RoomTail } from './room-tail.ts';
import { hintFrame, Readers } from './readers.ts';
import { roomsOf } from './rooms.ts';
import type { LiveNamespace, LiveServer, LiveSocket } from './screen.ts';
import type { SignIns } from './sign-ins.ts';
import { StormLimit } from './storm-limit.ts';

export interface LiveGatewayOptions {
  http: HttpServer;
  log: FrameLog;
  signIns: SignIns;
  permissions: Permissions & { onChanged(listener: () => void): () => void };
  logger: Logger;
  now: () => number;
  /** A screen says how far it has received a room; `from`: how far it had said so before. */
  onReceived?(receipt: { room: string; person: string; from: number | null; to: number }): void;
}

const pollMs = 250;
const signInCheckMs = 400;
/** A screen that has not said by then what it has seen is taken to have seen nothing before it came. */
const silentMs = 300;
/** Packets a second and at once from one socket; more ends it. */
const packets = { perSecond: 20, burst: 60 };

/** Sockets of this process: who may listen to what, catching up, and handing on what the log gains. */
export class LiveGateway {
  private readonly io: LiveServer;
  private readonly live: LiveNamespace;
  private readonly tails = new Map<string, RoomTail>();
  private readonly buckets = new TokenBuckets();
  private readonly orders: Hints<OrderRow>;
  private readonly stock: Hints<string>;
  private readonly readers: Readers;
  private readonly storms: StormLimit;
  private readonly stops: (() => void)[];
  private readonly options: LiveGatewayOptions;

  constructor(options: LiveGatewayOptions) {
    this.options = options;
    this.io = new Server(options.http, {
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      transports: ['websocket', 'polling'],
      pingInterval: 20_000,
      pingTimeout: 20_000,
      connectTimeout: 10_000,
      allowRequest: (request, answer) => answer(null, !isForeign(request.headers)),
    });
    this.live = this.io.of(liveNamespace);
    this.live.use((socket, next) => void this.admit(socket, next));
    this.live.on('connection', (socket) => this.connected(socket));
    this.readers = new Readers(this.live, options.permissions);
    this.orders = new Hints(
      ({ id }) => id,
      (order) => this.readers.orderChanged(order, options.now()),
    );
    this.stock = new Hints(
      (key) => key,
      (key) => this.live.emit('stock.changed', hintFrame({ key }, options.now())),
    );
    this.storms = new StormLimit({
      send: (room, { event, frame }) => this.readers.handOn(pacedRoom(room), event, frame),
      more: (room, more) => this.toldMore(room, more),
    });
    const poll = setInterval(() => this.poll(), pollMs).unref();
    const check = setInterval(() => void this.checkSignIns(), signInCheckMs).unref();
    this.stops = [
      () => clearInterval(poll),
      () => clearInterval(check),
      () => this.orders.stop(),
      () => this.stock.stop(),
      () => this.storms.stop(),
      options.log.onNews((room) => this.advance(this.tails.get(room))),
      options.signIns.onEnded((session) => this.endSession(session)),
      options.signIns.onChanged(() => void this.checkSignIns()),
      options.permissions.onChanged(() => this.permissionsChanged()),
    ];
  }

  /** Sockets open now. */
  get count(): number {
    return this.live.sockets.size;
  }

  /** The most frames a screen has been sent and not yet said it has received; screens that never say are left out. */
  get mostUnconfirmed(): number {
    let most = 0;
    for (const { data } of this.live.sockets.values()) {
      for (const [room, seq] of Object.entries(data.received)) {
        most = Math.max(most, (this.tails.get(room)?.last ?? 0) - seq);
      }
    }
    return most;
  }

  orderChanged(order: OrderRow): void {
    if (this.live.sockets.size > 0) this.orders.add(order);
  }

  /** A balance changed; everybody may read stock. */
  stockChanged(key: string): void {
    if (this.live.sockets.size > 0) this.stock.add(key);
  }

  /** To whoever hears the alert; loss is harmless. */
  alertChanged(alert: AlertView): void {
    const rooms = alert.rooms.flatMap((room) => [room, pacedRoom(room)]);
    this.readers.alertChanged(alert, rooms, this.options.now());
  }

  releaseActivated(data: ReleaseActivated): void {
    this.live.emit('release.activated', hintFrame(data, this.options.now()));
  }

  private permissionsChanged(): void {
    this.readers.sortAnew();
    this.live.emit('buttons.changed', hintFrame({}, this.options.now()));
  }

  /** Ends all sockets; screens come back to another process, or when this one is up again. */
  close(): void {
    for (const stop of this.stops) stop();
    this.io.disconnectSockets(true);
    this.io.engine.close();
  }

  private async admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    try {
      const token = readSessionCookie(socket.handshake.headers.cookie);
      const caller = token === undefined ? null : await this.options.signIns.bySession(token);
      if (caller === null) return next(new Error('not-signed-in'));
      const paced = (socket.handshake.auth as Record<string, unknown> | undefined)?.paced === true;
      socket.data = { caller, rooms: roomsOf(caller.actor), attempt: 0, received: {}, paced };
      next();
    } catch (error) {
      this.options.logger.error({ error: describeError(error) }, 'socket not admitted');
      next(new Error('busy'));
    }
  }

  private connected(socket: LiveSocket): void {
    socket.use((_packet, next) => {
      if (this.buckets.take(socket.id, packets.perSecond, packets.burst) === 0) return next();
      socket.disconnect(true);
    });
    socket.on('disconnect', () => this.buckets.forget(socket.id));
    this.readers.add(socket);
    void this.startAtHead(socket);
    // A packet may hold anything, whatever the declared types say.
    socket.on('resume', (...sent: unknown[]) => {
      const [seen, answer] = sent;
      if (typeof answer === 'function') void this.resume(socket, seen, answer as Answer);
    });
    socket.on('ack', (...sent: unknown[]) => {
      const read = ackPacketSchema.safeParse(sent[0]);
      if (!read.success || !socket.data.rooms.includes(read.data.room)) return;
      const { room, seq: to } = read.data;
      const from = socket.data.received[room] ?? null;
      // Nobody has received more than was handed on.
      if (to <= (from ?? 0) || to > (this.tails.get(room)?.last ?? 0)) return;
      socket.data.received[room] = to;
      this.options.onReceived?.({ room, person: socket.data.caller.actor.id, from, to });
    });
  }

  /** For who only listens: news from the moment of coming on, as if it had resumed from there. */
  private async startAtHead(socket: LiveSocket): Promise<void> {
    const tails = socket.data.rooms.map((room) => this.tailOf(room));
    await Promise.all(tails.map((tail) => tail.advance())).catch(() => {});
    const heads = Object.fromEntries(tails.map(({ room, last }) => [room, last ?? 0]));
    setTimeout(() => {
      if (socket.connected && socket.data.attempt === 0) void this.resume(socket, heads, () => {});
    }, silentMs).unref();
  }

  private async resume(socket: LiveSocket, packet: unknown, answer: Answer): Promise<void> {
    const seen = resumePacketSchema.safeParse(packet);
    if (!seen.success) return answer({ error: 'bad-input' });
    const attempt = ++socket.data.attempt;
    for (const room of socket.data.rooms) void socket.leave(room);
    try {
      const tails = socket.data.rooms.map((room) => this.tailOf(room));
      const catching = await catchUp(this.options.log, tails, seen.data);
      if (socket.data.attempt !== attempt) return answer({ error: 'asked-again' });
      answer(catching.answer);
      await catching.run({
        send: ({ event, frame }) => socket.emit(event, this.readers.readable(socket, frame)),
        join: (room) => void socket.join(socket.data.paced ? pacedRoom(room) : room),
        wanted: () => socket.connected && socket.data.attempt === attempt,
      });
    } catch (error) {
      this.options.logger.error({ error: describeError(error) }, 'a screen could not catch up');
      // It comes back by itself and asks again from what it has.
      socket.disconnect(true);
    }
  }

  private tailOf(room: string): RoomTail {
    const known = this.tails.get(room);
    if (known !== undefined) return known;
    const tail = new RoomTail(room, this.options.log, (logged) => this.handOn(room, logged));
    this.tails.set(room, tail);
    return tail;
  }

  private handOn(room: string, logged: LoggedFrame): void {
    this.readers.handOn(room, logged.event, logged.frame);
    this.storms.push(room, logged);
  }

  private toldMore(room: string, data: AlertsMore): void {
    const frame = { ...hintFrame(data, this.options.now()), room, seq: data.to };
    this.live.to(pacedRoom(room)).emit('alerts.more', frame);
  }

  private advance(tail: RoomTail | undefined): void {
    tail?.advance().catch((error: unknown) => {
      this.options.logger.warn(
        { error: describeError(error) },
        'a room could not be read; tried again shortly',
      );
    });
  }

  /** Frames of other processes: no news of them comes here, so heads are compared. */
  private poll(): void {
    if (this.tails.size === 0) return;
    this.options.log.heads([...this.tails.keys()]).then(
      (heads) => {
        for (const tail of this.tails.values()) {
          if ((heads.get(tail.room) ?? 0) > (tail.last ?? 0)) this.advance(tail);
        }
      },
      (error: unknown) =>
        this.options.logger.warn({ error: describeError(error) }, 'heads could not be read'),
    );
  }

  private endSession(session: string): void {
    for (const socket of this.live.sockets.values()) {
      if (sessionOf(socket) === session) socket.disconnect(true);
    }
  }

  /** Sign-ins ended or changed by other processes. */
  private async checkSignIns(): Promise<void> {
    const sockets = [...this.live.sockets.values()];
    if (sockets.length === 0) return;
    try {
      const still = await this.options.signIns.still([...new Set(sockets.map(sessionOf))]);
      for (const socket of sockets) {
        const caller = still.get(sessionOf(socket));
        const rooms = caller === undefined ? [] : roomsOf(caller.actor);
        // With other rooms the screen has to come back and resume: it then gets exactly what it may hear now.
        if (rooms.join() !== socket.data.rooms.join()) socket.disconnect(true);
      }
    } catch (error) {
      this.options.logger.warn(
        { error: describeError(error) },
        'sign-ins could not be checked; tried again shortly',
      );
    }
  }
}

/** Screens that take "N more" for a storm hear a room apart from those that take every frame. */
function pacedRoom(room: string): string {
  return `${room} paced`;
}

type Answer = (result: ResumeAnswer | { error: string }) => void;

function sessionOf(socket: LiveSocket): string {
  return socket.data.caller.via.kind === 'session' ? socket.data.caller.via.session : '';
}
