import { z } from 'zod';
import {
  calendarItemSchema,
  customerItemSchema,
  listItemSchema,
  shopItemSchema,
  skuItemSchema,
  warehouseItemSchema,
} from './catalog.ts';
import { flowSchema } from './flow.ts';
import { tableItemSchema } from './named-table.ts';
import { orderSchema } from './order.ts';
import { seasonSchema } from './season.ts';
import { textSchema } from './text.ts';
import { inWords } from './pattern.ts';

/**
 * An industry template: data that carries its own test cases (each flow's `cases`). Loading it adds its flows as drafts and its
 * catalogue where nothing of that id exists.
 */
export const templateSchema = z
  .strictObject({
    schema: z.literal(1).default(1),
    id: z.string().regex(
      inWords(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, {
        zh: '字母、数字、- 和 _，最多 64 个',
        en: 'letters, digits, - and _, at most 64',
      }),
    ),
    title: textSchema,
    /** What it does, and what is still to come. */
    about: textSchema,
    /** What the company has to bring. */
    needs: z.array(textSchema).max(50),
    flows: z.array(flowSchema).min(1).max(200),
    lists: z.array(listItemSchema).max(200).default([]),
    tables: z.array(tableItemSchema).max(200).default([]),
    seasons: z.array(seasonSchema).max(100).default([]),
    /** Lock layers, most important first. */
    layers: z.array(z.string().min(1).max(40)).max(20).default([]),
    /** Buttons by role, where they differ from the first settings. */
    roles: z.record(z.string().max(40), z.array(z.string().max(64)).max(200)).default({}),
    catalog: z
      .strictObject({
        skus: z.array(skuItemSchema).max(5000),
        customers: z.array(customerItemSchema).max(5000),
        shops: z.array(shopItemSchema).max(5000),
        warehouses: z.array(warehouseItemSchema).max(500),
        calendar: z.array(calendarItemSchema).max(5000),
      })
      .partial()
      .default({}),
    sampleOrders: z.array(orderSchema).max(100).default([]),
  })
  .meta({ id: 'Template' });
export type Template = z.output<typeof templateSchema>;
