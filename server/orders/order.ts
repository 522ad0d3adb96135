import { endedStates } from '../../rules-library/choices/order-road.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredDocument } from '../door/handler.ts';

export interface StoredLine {
  lineId: string;
  sku: string;
  quantity: number;
  unitPrice?: number;
  warehouse?: string;
}

/** One thing an order waits for (当前卡点). Times are epoch ms. */
export interface StoredHold {
  code: string;
  since: number;
  until: number | null;
  by: string;
  blocks: string[];
  lines?: string[];
  /** What happens at `until`; somebody is asked unless it is lifted by itself. */
  atUntil?: 'lift';
  /** The timer that fires then. */
  timer?: string;
}

/** A role (of one warehouse), or a person. */
export interface Recipient {
  role?: string;
  person?: string;
  warehouse?: string;
}

/** What screens may show of personal data; the rest is sealed. */
export interface MaskedPerson {
  name?: string;
  phone?: string;
  address?: string;
}

/** An order's current state. Personal data is in `sealed` only; `masked` is what is left of it for the eye. */
export interface StoredOrder extends StoredDocument {
  channel: string;
  externalId: string;
  kind: string;
  state: string;
  /** Since when it is in this state; orders stored before this was kept have none. */
  stateSince?: number;
  placedAt: number;
  receivedAt: number;
  /** When it was last changed, by anybody. */
  changedAt: number;
  lines: StoredLine[];
  /** Absent when a line has no price. Fen. */
  goodsTotal?: number;
  total?: number;
  discount: number;
  freight: number;
  quantity: number;
  customer: { externalId?: string; tier?: string };
  repairShop?: string;
  vehicle: { brand?: string; model?: string };
  shipTo: { province?: string; city?: string };
  payment: { status?: string; method?: string; paid?: number; paidAt?: number };
  requestedDelivery?: number;
  note?: string;
  custom: Record<string, unknown>;
  masked: MaskedPerson;
  sealed?: string;
  /** Keyed hash of the whole address, to see that it moved. */
  addressHash?: string;
  /** Keys of the identity documents it is entered in. */
  identities: string[];
  /** What it takes of somebody's credit. */
  credit?: { account: string; amount: number };
  /** The layer it was given by hand or rule; absent: the one its tier and payment give. */
  layer?: string;
  /** Who looks after it. */
  assignee?: { to: Recipient; name: Text };
  isRush: boolean;
  rushRequested: boolean;
  /** Who asked for rush by a button, when, and for when. */
  rushRequest?: { by: string; at: number; neededBy?: number };
  tags: string[];
  holds: StoredHold[];
  /** Whether there are any: what the list of stuck orders is found by. */
  held: boolean;
  complaints: number;
  /** Alerts raised about it. */
  alerts: number;
  /** Entries of its history so far. */
  history: number;
  /** Keyed hash of what was sent, to recognise a repeat with other content. */
  fingerprint: string;
  /** When each part was last known to change elsewhere; older reports are recorded, not applied. */
  asOf: Record<string, number>;
  intake?: { key: string; index: number };
  /** What was decided when it came. */
  firstDecision?: string;
  /** What its flows wait for. */
  waits?: OrderWait[];
  /** Ids of its open reservations. */
  locks?: string[];
  /** Units that have left the warehouse, by line. */
  shipped?: { line: string; quantity: number }[];
}

/** Something a flow waits for before it goes on with an order. */
export interface OrderWait {
  kind: 'approval' | 'question' | 'wait';
  id: string;
  timer: string | null;
  /** The release that goes on then. */
  release: number | null;
  /** The event it waits for, if it waits for one. */
  event?: string;
}

/** Whether anything may still be done with it. */
export function isOpen(order: Pick<StoredOrder, 'state'>): boolean {
  return !endedStates.has(order.state);
}

/** Sums that follow from lines and amounts; without a price of every line there are none. */
export function totalsOf(
  lines: readonly StoredLine[],
  discount: number,
  freight: number,
): Pick<StoredOrder, 'quantity' | 'goodsTotal' | 'total'> {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  if (lines.some(({ unitPrice }) => unitPrice === undefined)) return { quantity };
  const goodsTotal = lines.reduce((sum, line) => sum + line.quantity * (line.unitPrice ?? 0), 0);
  return { quantity, goodsTotal, total: Math.max(0, goodsTotal - discount + freight) };
}
