import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData } from './field-group.ts';

export const alertLevels = ['info', 'warn', 'urgent'] as const;

/** An alert as screens show it: one sentence, why, and the buttons that answer it. */
export const alertViewSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    level: z.enum(alertLevels),
    text: textSchema,
    at: z.string(),
    rooms: z.array(z.string()),
    /** What it is about: `order:ID` with the number people know it by. */
    subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable(),
    /** The rule that raised it and the nodes on its way, for the lit path. */
    source: z
      .object({
        release: z.int(),
        flow: z.string(),
        flowName: textSchema,
        node: z.string(),
        path: z.array(z.object({ node: z.string(), label: textSchema })),
        decision: z.string(),
      })
      .nullable(),
    buttons: z.array(
      z.object({
        name: z.string(),
        label: textSchema,
        target: z.string(),
        input: freeData(),
      }),
    ),
    state: z.enum(['raised', 'acknowledged', 'resolved']),
    acknowledgedBy: textSchema.nullable(),
    acknowledgedAt: z.string().nullable(),
    warehouse: z.string().nullable(),
  })
  .meta({ id: 'Alert' });
export type AlertView = z.infer<typeof alertViewSchema>;
