import { z } from 'zod';
import { tableItemSchema } from './named-table.ts';
import { inWords } from './pattern.ts';

/**
 * Items of `PUT /catalog/:kind`, by kind. Amounts are fen, weight g, volume cm³, dates `YYYY-MM-DD` in the company's zone.
 * Fields not named here are refused, so that a misspelt one does not vanish.
 */
const businessId = z
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

/** Kinds this build takes: the schema of an item and the field that is its business id. */
export const catalogKinds = {
  skus: { item: skuItemSchema, key: 'sku' },
  customers: { item: customerItemSchema, key: 'id' },
  shops: { item: shopItemSchema, key: 'id' },
  warehouses: { item: warehouseItemSchema, key: 'id' },
  calendar: { item: calendarItemSchema, key: 'date' },
  lists: { item: listItemSchema, key: 'id' },
  tables: { item: tableItemSchema, key: 'id' },
} as const;
export type CatalogKind = keyof typeof catalogKinds;

/** Kinds of the vocabulary that come with their topics. */
export const laterCatalogKinds = ['lanes', 'prices'] as const;

export function isCatalogKind(kind: string): kind is CatalogKind {
  return Object.hasOwn(catalogKinds, kind);
}

export type SkuItem = z.infer<typeof skuItemSchema>;
export type CustomerItem = z.infer<typeof customerItemSchema>;
export type ShopItem = z.infer<typeof shopItemSchema>;
export type ListItem = z.infer<typeof listItemSchema>;
