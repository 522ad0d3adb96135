import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { Balance, Layer, Movement } from './balance/balance.ts';
import { emptyBalance, readStockKey, stockKey } from './balance/balance.ts';
import { confirm, consume, giveBack, relayer, splitTaken, take } from './balance/reserve.ts';
import { capsOf, type Cap } from './cap.ts';
import { writeLine, type LedgerKind } from './ledger.ts';
import { bucketOf, claimOf, ended, reservationId, type Reservation } from './reservation.ts';

/** What a reservation is made for. */
export interface Wanted {
  order: string;
  line: string;
  warehouse: string;
  sku: string;
  quantity: number;
  layer: Layer;
  channel: string;
  unpaid: boolean;
  /** Epoch ms; null: it does not end by itself. */
  expiresAt: number | null;
}

/**
 * Moves units on the draft of one press: balances, their ledger lines, reservations and what channels hold change together here and
 * nowhere else. Balances and caps have to be read (`needs`) before.
 */
export class StockBook {
  private made = 0;
  private readonly draft: Draft;
  private readonly press: Press;

  constructor(draft: Draft, press: Press) {
    this.draft = draft;
    this.press = press;
  }

  balance(key: string): Balance | undefined {
    return this.draft.get<Balance>('stock', key);
  }

  /** The balance, or an empty one that a first movement creates. */
  balanceOrEmpty(key: string): Balance {
    const known = this.balance(key);
    if (known !== undefined) return known;
    const { warehouse, sku } = readStockKey(key)!;
    return emptyBalance(warehouse, sku);
  }

  /** Writes a movement down with its ledger line. */
  enter(movement: Movement, kind: LedgerKind, reservation?: string): void {
    const { balance, line } = writeLine(movement, kind, this.press, this.draft.now, reservation);
    this.draft.apply([
      { put: 'stock', document: balance },
      { put: 'ledger', document: line },
    ]);
  }

  /** Locks units in one warehouse; null when there are not that many for the layer or the channel. */
  hold({ quantity, expiresAt, ...wanted }: Wanted): Reservation | null {
    const balance = this.balance(stockKey(wanted.warehouse, wanted.sku));
    const moved = balance === undefined ? null : take(balance, wanted, quantity);
    if (moved === null || !this.mayHold(wanted, quantity)) return null;
    this.made += 1;
    const reservation: Reservation = {
      _id: reservationId(wanted.order, this.press.id, this.made),
      rev: 0,
      ...wanted,
      quantity,
      strategy: null,
      taken: moved.taken,
      state: 'held',
      open: true,
      expiring: expiresAt !== null,
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      press: this.press.id,
      at: new Date(this.draft.now),
      endedAt: null,
    };
    this.enter(moved, 'hold', reservation._id);
    this.put(reservation);
    this.count(reservation, quantity);
    return reservation;
  }

  /** Held becomes confirmed; its time no longer runs out. */
  confirm(reservation: Reservation): Reservation {
    this.enter(confirm(this.balanceFor(reservation), reservation.quantity), 'confirm', reservation._id);
    return this.put({ ...reservation, state: 'confirmed', expiring: false });
  }

  /** It ends by itself at this time (epoch ms), or no longer (null). */
  endAt(reservation: Reservation, at: number | null): Reservation {
    return this.put({ ...reservation, expiring: at !== null, expiresAt: at === null ? null : new Date(at) });
  }

  /** Its order is paid: it no longer ends by itself. */
  settlePaid(reservation: Reservation): Reservation {
    return this.put({ ...reservation, unpaid: false, expiring: false, expiresAt: null });
  }

  /** Taken off the shelf for its order: it counts as confirmed until it leaves. */
  pick(reservation: Reservation): Reservation {
    const confirmed = reservation.state === 'held' ? this.confirm(reservation) : reservation;
    return this.put({ ...confirmed, state: 'picked' });
  }

  /** Ends a reservation and gives its units back. */
  giveBack(reservation: Reservation, as: 'released' | 'expired'): Reservation {
    const { taken } = reservation;
    const moved = giveBack(this.balanceFor(reservation), claimOf(reservation), taken, bucketOf(reservation));
    this.enter(moved, as === 'expired' ? 'expire' : 'release', reservation._id);
    this.count(reservation, -reservation.quantity);
    return this.put(ended(reservation, as, this.draft.now));
  }

  /** Ends a reservation: its units leave the warehouse. */
  consume(reservation: Reservation): Reservation {
    const { taken } = reservation;
    const moved = consume(this.balanceFor(reservation), claimOf(reservation), taken, bucketOf(reservation));
    this.enter(moved, 'consume', reservation._id);
    this.count(reservation, -reservation.quantity);
    return this.put(ended(reservation, 'consumed', this.draft.now));
  }

  /** Puts a reservation into another layer; null when what it took from a higher band cannot be taken anew. */
  relayer(reservation: Reservation, layer: Layer): Reservation | null {
    const balance = this.balanceFor(reservation);
    const moved = relayer(balance, claimOf(reservation), layer, reservation.taken, bucketOf(reservation));
    if (moved === null) return null;
    this.enter(moved, 'relayer', reservation._id);
    return this.put({ ...reservation, layer, taken: moved.taken });
  }

  /** Cuts a reservation in two of the same state, the first with so many units: each ends by itself. No unit moves. */
  split(reservation: Reservation, first: number): [Reservation, Reservation] {
    const [own, rest] = splitTaken(reservation.taken, first);
    this.made += 1;
    const cut = { ...reservation, quantity: first, taken: own };
    const other: Reservation = {
      ...reservation,
      _id: reservationId(reservation.order, this.press.id, this.made),
      rev: 0,
      quantity: reservation.quantity - first,
      taken: rest,
    };
    return [this.put(cut), this.put(other)];
  }

  /** How many more units a channel may hold in this place. */
  roomFor(channel: string, sku: string, warehouse: string): number {
    return capsOf(this.draft, channel, sku, warehouse).reduce(
      (room, { quantity, used }) => Math.min(room, quantity - used),
      Number.MAX_SAFE_INTEGER,
    );
  }

  private mayHold(
    { channel, sku, warehouse }: Pick<Wanted, 'channel' | 'sku' | 'warehouse'>,
    units: number,
  ): boolean {
    return this.roomFor(channel, sku, warehouse) >= units;
  }

  private put(reservation: Reservation): Reservation {
    this.draft.apply([{ put: 'reservations', document: reservation }]);
    return reservation;
  }

  private count({ channel, sku, warehouse }: Reservation, units: number): void {
    for (const cap of capsOf(this.draft, channel, sku, warehouse)) {
      const document: Cap = { ...cap, used: cap.used + units };
      this.draft.apply([{ put: 'caps', document }]);
    }
  }

  private balanceFor({ warehouse, sku }: Reservation): Balance {
    const key = stockKey(warehouse, sku);
    const balance = this.balance(key);
    if (balance === undefined) throw new Error(`${key} was not read before its reservation ended`);
    return balance;
  }
}
