import { z } from 'zod';
import { forbiddenKeys } from './ids.ts';
import { tiers } from './catalog.ts';
import { inWords } from './pattern.ts';

/** Ids and words of a sender: no control characters, no blanks around them. */
const word = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(
      inWords(/^[^\s\p{C}]([^\p{C}]*[^\s\p{C}])?$/u, {
        zh: '前后没有空格、中间没有换行的文字',
        en: 'text without blanks at its ends or line breaks',
      }),
    );
const text = (most: number): z.ZodString => z.string().max(most);
/** Fen; a single order of over a hundred million yuan is a slip. */
export const moneySchema = z.int().min(0).max(10_000_000_000);
const money = moneySchema;
const time = z.iso.datetime({ offset: true });

export const paymentStatuses = [
  'unpaid',
  'authorised',
  'part_paid',
  'paid',
  'on_account',
  'cod',
  'refunded',
] as const;
export const orderKindIds = ['sale', 'preorder', 'sample', 'replacement'] as const;

export const orderLineSchema = z.object({
  lineId: word(64).optional(),
  sku: word(64),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: money.optional(),
  warehouse: word(64).optional(),
});

export const customerSchema = z.object({
  externalId: word(128).optional(),
  name: text(120).optional(),
  phone: text(40).optional(),
  idNumber: text(40).optional(),
  deviceId: text(128).optional(),
  tier: z.enum(tiers).optional(),
});

export const shipToSchema = z.object({
  province: text(80).optional(),
  city: text(80).optional(),
  district: text(80).optional(),
  street: text(300).optional(),
  contact: text(120).optional(),
  phone: text(40).optional(),
});

export const paymentSchema = z.object({
  status: z.enum(paymentStatuses).optional(),
  method: word(40).optional(),
  paid: money.optional(),
  paidAt: time.optional(),
});

export const vehicleSchema = z.object({
  brand: text(80).optional(),
  model: text(80).optional(),
  vin: text(40).optional(),
});

const known = {
  channel: z.string().regex(
    inWords(/^[a-z][a-z0-9_-]{0,39}$/, {
      zh: '渠道的代号，如 taobao、b2b（小写字母、数字、- 和 _）',
      en: 'the short name of a channel such as taobao or b2b (small letters, digits, - and _)',
    }),
  ),
  externalId: word(128),
  placedAt: time,
  kind: z.enum(orderKindIds).default('sale'),
  customer: customerSchema.optional(),
  repairShop: word(64).optional(),
  vehicle: vehicleSchema.optional(),
  shipTo: shipToSchema.optional(),
  lines: z.array(orderLineSchema).min(1).max(500),
  currency: z.literal('CNY').default('CNY'),
  discount: money.default(0),
  freight: money.default(0),
  payment: paymentSchema.optional(),
  requestedDelivery: time.optional(),
  rush: z.boolean().default(false),
  note: text(2000).optional(),
  custom: z.record(z.string().max(60), z.unknown()).default({}),
} as const;
type KnownOrder = z.output<z.ZodObject<typeof known>>;

/**
 * An order as `POST /orders` takes it (the vocabulary, section 1). Unknown fields are kept under `custom`; absent fields
 * stay absent and are unknown to the rules. Line ids are given by position where the sender has none.
 */
export const orderSchema = z
  .looseObject(known)
  .transform((sent, context) => {
    const { custom, lines, ...rest } = sent;
    const order: Record<string, unknown> = {};
    const kept: Record<string, unknown> = { ...custom };
    for (const [field, value] of Object.entries(rest)) {
      if (Object.hasOwn(known, field)) order[field] = value;
      else if (!forbiddenKeys.has(field) && !Object.hasOwn(kept, field)) kept[field.slice(0, 60)] = value;
    }
    const seen = new Set<string>();
    const numbered = lines.map((line, index) => ({ ...line, lineId: line.lineId ?? String(index + 1) }));
    numbered.forEach(({ lineId }, index) => {
      if (seen.has(lineId)) {
        context.issues.push({
          code: 'custom',
          input: lineId,
          path: ['lines', index, 'lineId'],
          message: 'twice',
          params: {
            zh: `明细号「${lineId}」重复，每行要不同`,
            en: `line "${lineId}" stands twice; every line needs its own`,
          },
        });
      }
      seen.add(lineId);
    });
    return { ...(order as Omit<KnownOrder, 'lines' | 'custom'>), lines: numbered, custom: kept };
  })
  .meta({ id: 'OrderInput' });
export type OrderInput = z.output<typeof orderSchema>;

/** Most orders, lines and bytes of one call. */
export const orderLimits = { orders: 500, lines: 5000, bytes: 4 * 1024 * 1024 } as const;
