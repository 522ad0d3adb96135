import type { Layer } from '../../../rules-library/choices/layers.ts';
import type { StoredDocument } from '../../door/handler.ts';

export type { Layer };

/** Units by layer; a layer that is not named has none. */
export type ByLayer = Partial<Record<Layer, number>>;

/**
 * What a warehouse holds of one SKU, in whole units: `onHand = blocked + open + Σ band + held + confirmed`, each at least 0.
 * One document, so that no two locks of the same units ever commit.
 */
export interface Balance extends StoredDocument {
  warehouse: string;
  sku: string;
  onHand: number;
  /** There, but not to be locked or shipped. */
  blocked: number;
  /** For whoever comes first. */
  open: number;
  /** Set aside for one layer; no other reaches it. */
  band: ByLayer;
  /** How many each band is to hold. */
  wanted: ByLayer;
  held: number;
  /** Paid for or approved, picked ones too, until they leave. */
  confirmed: number;
  /** Of those held and confirmed, by layer and by channel. */
  reservedBy: ByLayer;
  reservedFor: Record<string, number>;
  /** Number and hash of its last ledger line; 0 and '' before the first. */
  seq: number;
  chainHead: string;
}

/** Signed changes of a balance, as a ledger line keeps them; what did not change is not named. */
export interface BalanceChanges {
  onHand?: number;
  blocked?: number;
  open?: number;
  held?: number;
  confirmed?: number;
  band?: ByLayer;
  reservedBy?: ByLayer;
  reservedFor?: Record<string, number>;
}

/** A balance after a movement, with what the movement changed. */
export interface Movement {
  balance: Balance;
  changes: BalanceChanges;
}

/** `WH03|BRK-2041`; a warehouse has no bar in its id. */
export function stockKey(warehouse: string, sku: string): string {
  return `${warehouse}|${sku}`;
}

/** Warehouse and SKU of a key; null when it is none. */
export function readStockKey(key: string): { warehouse: string; sku: string } | null {
  const bar = key.indexOf('|');
  if (bar < 1 || bar === key.length - 1) return null;
  return { warehouse: key.slice(0, bar), sku: key.slice(bar + 1) };
}

/** Nothing there yet. */
export function emptyBalance(warehouse: string, sku: string): Balance {
  return {
    _id: stockKey(warehouse, sku),
    rev: 0,
    warehouse,
    sku,
    onHand: 0,
    blocked: 0,
    open: 0,
    band: {},
    wanted: {},
    held: 0,
    confirmed: 0,
    reservedBy: {},
    reservedFor: {},
    seq: 0,
    chainHead: '',
  };
}
