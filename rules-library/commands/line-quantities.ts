import { z } from 'zod';
import { ui } from '../define/ui.ts';

const code = z.string().trim().min(1).max(64);

/** Lines of an order, each all that is left of it or so many units. */
export const lineQuantitiesSchema = z
  .array(code.or(z.strictObject({ lineId: code, quantity: z.int().min(1).max(1_000_000).optional() })))
  .min(1)
  .max(500)
  .optional()
  .meta(ui({ label: { zh: '明细', en: 'Lines' }, field: 'lines', advanced: true }));

export type LineQuantities = z.output<typeof lineQuantitiesSchema>;
