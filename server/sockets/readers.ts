import { isDeepStrictEqual } from 'node:util';
import { fieldGroups, type FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { alertViewSchema, type AlertView } from '../../rules-library/contract/alerts.ts';
import { orderRowSchema, type OrderRow } from '../../rules-library/contract/orders.ts';
import { hintSeq, type Frame } from '../../rules-library/contract/live.ts';
import { hiddenFrom, type Permissions } from '../door/permission.ts';
import { project, projectionOf } from '../http/projection.ts';
import type { LoggedFrame } from './frame-log.ts';
import type { LiveNamespace, LiveSocket } from './screen.ts';

const prefix = 'hidden:';
const orderProjection = projectionOf(orderRowSchema);
/** Frames of the log are about alerts. */
const alertProjection = projectionOf(alertViewSchema);
const everyGroup: ReadonlySet<FieldGroup> = new Set(fieldGroups.map(({ value }) => value));

/** The groups that are hidden from the readers of a room of them. */
function hiddenIn(room: string): ReadonlySet<FieldGroup> {
  return new Set(room.slice(prefix.length).split('+').filter(Boolean) as FieldGroup[]);
}

function projected(frame: Frame<unknown>, hidden: ReadonlySet<FieldGroup>): never {
  return { ...frame, data: project(frame.data, alertProjection, hidden) } as never;
}

/**
 * Screens by what they may not read. Hints go to all screens: each kind of reader gets them without the fields hidden from
 * it, made once for all of its screens.
 */
export class Readers {
  private readonly live: LiveNamespace;
  private readonly permissions: Permissions;

  constructor(live: LiveNamespace, permissions: Permissions) {
    this.live = live;
    this.permissions = permissions;
  }

  /** Puts a screen with those that may read as much. */
  add(socket: LiveSocket): void {
    const wanted = this.roomOf(socket);
    for (const room of socket.rooms) if (room.startsWith(prefix) && room !== wanted) void socket.leave(room);
    void socket.join(wanted);
  }

  /** The table of what roles may read has changed. */
  sortAnew(): void {
    for (const socket of this.live.sockets.values()) this.add(socket);
  }

  /** Hands a changed order on to everybody, each with what they may read of it. */
  orderChanged(order: OrderRow, now: number): void {
    for (const kind of this.kinds()) {
      const readable = project(order, orderProjection, hiddenIn(kind));
      this.live.to(kind).emit('order.changed', hintFrame({ order: readable as OrderRow }, now));
    }
  }

  /** Hands an alert that came a step further on to rooms, to each kind of reader with what they may read of it. */
  alertChanged(alert: AlertView, rooms: string[], now: number): void {
    const kinds = this.kinds();
    for (const kind of kinds) {
      const others = kinds.filter((one) => one !== kind);
      const readable = project(alert, alertProjection, hiddenIn(kind)) as AlertView;
      this.live
        .to(rooms)
        .except(others)
        .emit('alert.changed', hintFrame({ alert: readable }, now));
    }
  }

  /** Hands a frame on to a room, to each kind of reader with what they may read of it; most frames are the same for all. */
  handOn(room: string, event: LoggedFrame['event'], frame: Frame<unknown>): void {
    const kinds = this.kinds();
    if (kinds.length < 2 || isDeepStrictEqual(projected(frame, everyGroup), frame)) {
      this.live
        .to(room)
        .emit(event, kinds.length === 1 ? projected(frame, hiddenIn(kinds[0]!)) : (frame as never));
      return;
    }
    for (const kind of kinds) {
      const others = kinds.filter((one) => one !== kind);
      this.live
        .to(room)
        .except(others)
        .emit(event, projected(frame, hiddenIn(kind)));
    }
  }

  /** A frame of the log as this screen may read it. */
  readable(socket: LiveSocket, frame: Frame<unknown>): never {
    return projected(frame, hiddenFrom(this.permissions, socket.data.caller.actor));
  }

  private kinds(): string[] {
    return [...this.live.adapter.rooms.keys()].filter((room) => room.startsWith(prefix));
  }

  private roomOf({ data }: LiveSocket): string {
    return `${prefix}${[...hiddenFrom(this.permissions, data.caller.actor)].toSorted().join('+')}`;
  }
}

/** News without a number: its loss is harmless. */
export function hintFrame<Data>(data: Data, now: number): Frame<Data> {
  return { room: '', seq: hintSeq, at: new Date(now).toISOString(), data };
}
