import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { orderRowSchema, type OrderRow } from '../../rules-library/contract/orders.ts';
import { hintSeq, type Frame } from '../../rules-library/contract/live.ts';
import { hiddenFrom, type Permissions } from '../door/permission.ts';
import { project, projectionOf } from '../http/projection.ts';
import type { LiveNamespace, LiveSocket } from './screen.ts';

const prefix = 'hidden:';

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
    for (const room of this.live.adapter.rooms.keys()) {
      if (!room.startsWith(prefix)) continue;
      const hidden = new Set(room.slice(prefix.length).split('+').filter(Boolean) as FieldGroup[]);
      const readable = project(order, projectionOf(orderRowSchema), hidden);
      this.live.to(room).emit('order.changed', hintFrame({ order: readable as OrderRow }, now));
    }
  }

  private roomOf({ data }: LiveSocket): string {
    return `${prefix}${[...hiddenFrom(this.permissions, data.caller.actor)].toSorted().join('+')}`;
  }
}

/** News without a number: its loss is harmless. */
export function hintFrame<Data>(data: Data, now: number): Frame<Data> {
  return { room: '', seq: hintSeq, at: new Date(now).toISOString(), data };
}
