import { z } from 'zod';
import { tableItemSchema } from './named-table.ts';
import { inWords } from './pattern.ts';

/**
 * Items of `PUT /catalog/:kind`, by kind. Amounts are fen, weight g, volume cm³, dates `YYYY-MM-DD` in the company's zone.
 * Fields not named here are refused, so that a misspelt one does not vanish.
 */
export const businessIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(
    inWords(/^[^\s|\p{C}]([^|\p{C}]*[^\s|\p{C}])?$/u, {
      zh: '前后没有空格、中间没有换行和 | 的编号',
      en: 'an id without blanks at its ends, line breaks or |',
    }),
  )
  .meta({ description: 'no blanks at either end, no line breaks, no |' });
const businessId = businessIdSchema;
const name = z.string().min(1).max(200);
const place = z.string().min(1).max(80);
const wholeNumber = z.int().min(0);

export const tiers = ['gold', 'silver', 'bronze', 'none'] as const;
const tier = z.enum(tiers);

export const skuItemSchema = z
  .strictObject({
    sku: businessId,
    name: name.optional(),
    category: z.string().min(1).max(80).optional(),
    goodsClass: z.array(z.string().min(1).max(40)).max(20).optional(),
    weight: wholeNumber.optional(),
    volume: wholeNumber.optional(),
    isFragile: z.boolean().optional(),
    coldChain: z.boolean().optional(),
  })
  .meta({ id: 'CatalogSku' });

/** What a customer is recognised by. Kept as a keyed hash and a masked form, never as given. */
export const identitySchema = z.strictObject({
  kind: z.enum(['phone', 'idNumber', 'deviceId', 'channel']),
  value: z.string().min(1).max(200),
  /** For `channel`: which one the customer number belongs to. */
  channel: z.string().min(1).max(40).optional(),
});

export const customerItemSchema = z
  .strictObject({
    id: businessId,
    name: name.optional(),
    identities: z.array(identitySchema).max(50).optional(),
    tier: tier.optional(),
    creditLimit: wholeNumber.optional(),
    overdueDays: wholeNumber.max(36_500).optional(),
  })
  .meta({ id: 'CatalogCustomer' });

export const shopItemSchema = z
  .strictObject({
    id: businessId,
    name: name.optional(),
    region: place.optional(),
    tier: tier.optional(),
    creditLimit: wholeNumber.optional(),
    overdueDays: wholeNumber.max(36_500).optional(),
    usualModels: z.array(z.string().min(1).max(80)).max(200).optional(),
  })
  .meta({ id: 'CatalogShop' });

export const warehouseItemSchema = z
  .strictObject({
    id: businessId,
    name: name.optional(),
    province: place.optional(),
    city: place.optional(),
  })
  .meta({ id: 'CatalogWarehouse' });

/** What a part costs: everywhere, or on one channel. */
export const priceItemSchema = z
  .strictObject({
    sku: businessId,
    channel: z
      .string()
      .regex(
        inWords(/^[a-z][a-z0-9_-]{0,39}$/, {
          zh: '渠道编号，例如 taobao',
          en: 'the id of a channel such as taobao',
        }),
      )
      .optional(),
    /** Fen. */
    unitPrice: wholeNumber,
  })
  .meta({ id: 'CatalogPrice' });

export const calendarItemSchema = z
  .strictObject({ date: z.iso.date(), isBusinessDay: z.boolean() })
  .meta({ id: 'CatalogDay' });

export const listTypes = ['text', 'integer', 'sku', 'customer', 'shop', 'warehouse'] as const;
export const listItemSchema = z
  .strictObject({
    id: z
      .string()
      .max(64)
      .regex(
        inWords(/^[a-z0-9][A-Za-z0-9_-]*$/, {
          zh: '小写字母或数字开头的字母、数字、- 和 _',
          en: 'letters, digits, - and _, starting with a small letter or digit',
        }),
      )
      .meta({ description: 'letters, digits, - and _, starting with a small letter or digit' }),
    name: z.union([name, z.strictObject({ zh: name, en: name })]).optional(),
    type: z.enum(listTypes).default('text'),
    entries: z.array(z.union([z.string().min(1).max(200), z.int()])).max(5000),
  })
  .meta({ id: 'CatalogList' });

/** Kinds this build takes: the schema of an item and the fields that are its business id; of several the later ones may be absent. */
export const catalogKinds = {
  skus: { item: skuItemSchema, key: ['sku'] },
  customers: { item: customerItemSchema, key: ['id'] },
  shops: { item: shopItemSchema, key: ['id'] },
  warehouses: { item: warehouseItemSchema, key: ['id'] },
  prices: { item: priceItemSchema, key: ['sku', 'channel'] },
  calendar: { item: calendarItemSchema, key: ['date'] },
  lists: { item: listItemSchema, key: ['id'] },
  tables: { item: tableItemSchema, key: ['id'] },
} as const;
export type CatalogKind = keyof typeof catalogKinds;

/** Kinds of the vocabulary that come with their topics. */
export const laterCatalogKinds = ['lanes'] as const;

export function isCatalogKind(kind: string): kind is CatalogKind {
  return Object.hasOwn(catalogKinds, kind);
}

/** The business id of an item as it was sent; undefined where it has none. Of several fields: `BRK-2041|taobao`. */
export function businessIdOf(kind: CatalogKind, item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const [first, ...others] = catalogKinds[kind].key.map((field) => (item as Record<string, unknown>)[field]);
  const isId = (part: unknown): part is string =>
    typeof part === 'string' && part !== '' && part.length <= 64;
  if (!isId(first)) return undefined;
  return [first, ...others.filter(isId)].join('|');
}

export type SkuItem = z.infer<typeof skuItemSchema>;
export type CustomerItem = z.infer<typeof customerItemSchema>;
export type ShopItem = z.infer<typeof shopItemSchema>;
export type ListItem = z.infer<typeof listItemSchema>;
