import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData } from './field-group.ts';

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
    before: freeData().nullable(),
    after: freeData().nullable(),
    refused: z.boolean(),
    sealed: z.boolean(),
  })
  .meta({ id: 'AuditEntry' });

/** `GET /audit/verification`: whether the chain still holds, link by link; `next` goes on where this answer ends. */
export const auditVerificationSchema = z.object({
  seals: z.int(),
  entries: z.int(),
  problems: z.array(z.object({ seal: z.int(), entry: z.string().optional(), problem: z.string() })),
  next: z.int().nullable(),
  /** What the signed checkpoints outside the store say about it. */
  checkpoints: z.object({
    count: z.int(),
    problems: z.array(z.object({ n: z.int(), problem: z.string() })),
  }),
});
