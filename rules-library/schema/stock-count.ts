import { z } from 'zod';
import { businessIdSchema } from './catalog.ts';

/** A row of a stock list: how many units a warehouse has of a SKU, as counted. */
export const stockCountSchema = z.strictObject({
  warehouse: businessIdSchema,
  sku: businessIdSchema,
  quantity: z.int().min(0).max(1_000_000),
});
export type StockCount = z.infer<typeof stockCountSchema>;
