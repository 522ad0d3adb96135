import { z } from 'zod';
import { layerIds } from '../choices/layers.ts';
import { textSchema } from '../schema/text.ts';

const units = z.int();
/** Units by layer; a layer with none is not named. */
export const byLayerSchema = z.partialRecord(z.enum(layerIds), units);

/** What a list of stock can be in order of: the key, or a figure, the most first. */
export const stockSorts = ['key', 'onHand', 'open', 'held', 'confirmed', 'blocked'] as const;

/** `GET /stock`: what a warehouse holds of a SKU; `onHand = blocked + open + all bands + held + confirmed`. */
export const balanceViewSchema = z
  .object({
    /** `WH03|BRK-2041`. */
    key: z.string(),
    warehouse: z.string(),
    /** Names in the catalogue; null where it has none. */
    warehouseName: z.string().nullable(),
    sku: z.string(),
    name: z.string().nullable(),
    onHand: units,
    blocked: units,
    open: units,
    band: byLayerSchema,
    wanted: byLayerSchema,
    held: units,
    confirmed: units,
    reservedBy: byLayerSchema,
    /** Of what is reserved, by channel. */
    reservedFor: z.record(z.string(), units),
    /** What each layer may still lock. */
    available: z.record(z.enum(layerIds), units),
    rev: z.int(),
  })
  .meta({ id: 'Balance' });
export type BalanceView = z.infer<typeof balanceViewSchema>;

const changesSchema = z.object({
  onHand: units.optional(),
  blocked: units.optional(),
  open: units.optional(),
  held: units.optional(),
  confirmed: units.optional(),
  band: byLayerSchema.optional(),
  reservedBy: byLayerSchema.optional(),
  reservedFor: z.record(z.string(), units).optional(),
});

/** One line of the ledger of a balance: signed changes of its buckets. */
export const ledgerLineSchema = z
  .object({
    key: z.string(),
    seq: z.int(),
    kind: z.string(),
    label: textSchema,
    changes: changesSchema,
    press: z.string(),
    cause: z.string().nullable(),
    actor: z.string(),
    actorName: textSchema.nullable(),
    at: z.string(),
    reason: z.string().nullable(),
    voucher: z.string().nullable(),
    reservation: z.string().nullable(),
    /** The order of the reservation, and the number people know it by. */
    order: z.string().nullable(),
    orderNumber: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'LedgerLine' });
export type LedgerLineView = z.infer<typeof ledgerLineSchema>;

/** Units held for an order line. */
export const reservationViewSchema = z
  .object({
    id: z.string(),
    order: z.string(),
    /** The number people know the order by. */
    orderNumber: z.string().nullable(),
    line: z.string(),
    warehouse: z.string(),
    warehouseName: z.string().nullable(),
    sku: z.string(),
    quantity: units,
    layer: z.enum(layerIds),
    strategy: z.string().nullable(),
    channel: z.string(),
    state: z.enum(['held', 'confirmed', 'picked', 'consumed', 'released', 'expired']),
    unpaid: z.boolean(),
    /** When it ends by itself; null: it does not. */
    expiresAt: z.string().nullable(),
    press: z.string(),
    at: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Reservation' });
export type ReservationView = z.infer<typeof reservationViewSchema>;
