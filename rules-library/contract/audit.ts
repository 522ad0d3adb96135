import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** One entry of the audit: who did what, when, why, and what it changed, in business words. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: z.string(),
    command: z.string(),
    target: z.string().nullable(),
    actor: z.string(),
    actorName: textSchema,
    reason: z.string().nullable(),
    voucher: z.string().nullable(),
    decision: z.string().nullable(),
    text: textSchema,
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    refused: z.boolean(),
    sealed: z.boolean(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof auditEntrySchema>;
