import type { Layer } from '../../rules-library/choices/layers.ts';
import type { StoredDocument } from '../door/handler.ts';
import type { Claim, Taken } from './balance/reserve.ts';

export type ReservationState = 'held' | 'confirmed' | 'picked' | 'consumed' | 'released' | 'expired';

/** Units of one SKU in one warehouse held for one order line; it ends exactly once. */
export interface Reservation extends StoredDocument {
  order: string;
  line: string;
  warehouse: string;
  sku: string;
  quantity: number;
  layer: Layer;
  /** What a re-allocation run gave it; else null. */
  strategy: string | null;
  channel: string;
  taken: Taken;
  state: ReservationState;
  /** Whether it still holds its units. */
  open: boolean;
  /** Whether it ends by itself at `expiresAt`, by the store's clock: while it is held only. */
  expiring: boolean;
  expiresAt: Date | null;
  /** The order was not paid when it was locked, and is not yet. */
  unpaid: boolean;
  /** The press that locked it. */
  press: string;
  at: Date;
  endedAt: Date | null;
}

export const openStates: readonly ReservationState[] = ['held', 'confirmed', 'picked'];

/** Which bucket of the balance its units are in. */
export function bucketOf({ state }: Pick<Reservation, 'state'>): 'held' | 'confirmed' {
  return state === 'held' ? 'held' : 'confirmed';
}

export function claimOf({ layer, channel }: Reservation): Claim {
  return { layer, channel };
}

/** Whether its time is over: it may not be confirmed or picked any more, even before it is swept. */
export function isOver({ expiring, expiresAt }: Reservation, now: number): boolean {
  return expiring && expiresAt !== null && expiresAt.getTime() <= now;
}

/** It no longer holds anything. */
export function ended(
  reservation: Reservation,
  state: 'consumed' | 'released' | 'expired',
  now: number,
): Reservation {
  return { ...reservation, state, open: false, expiring: false, endedAt: new Date(now) };
}

/** Id of the n-th reservation a press makes for an order; all of an order's lie in one range. */
export function reservationId(order: string, press: string, n: number): string {
  return `${order}|${press}|${n}`;
}
