import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData, told, toldTextSchema } from './field-group.ts';

/** One field that a press changed: by its label, before and after as people write them. */
export const auditChangeSchema = z.object({
  label: textSchema,
  before: toldTextSchema.nullable(),
  after: toldTextSchema.nullable(),
});

/** One entry of the audit: who did what, when, why, and what it changed, in business words. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: z.string(),
    command: z.string(),
    /** The label of the button. */
    button: textSchema,
    target: z.string().nullable(),
    /** What it was done to: the order's number, the name of the flow … */
    object: z.object({ kind: textSchema, name: textSchema }).nullable(),
    actor: z.string(),
    actorName: textSchema,
    roles: z.array(textSchema),
    reason: z.string().nullable().meta(told),
    voucher: z.string().nullable(),
    /** The release in force, or the one whose rule pressed. */
    release: z.int().nullable(),
    decision: z.string().nullable(),
    text: toldTextSchema,
    changes: z.array(auditChangeSchema),
    /** The same fields as they are stored, for systems. */
    before: freeData().nullable(),
    after: freeData().nullable(),
    refused: z.boolean(),
    sealed: z.boolean(),
    /** The link of the chain that names it. */
    seal: z.int().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/** `GET /audit/people`: whose presses can be looked for. */
export const auditPersonSchema = z.object({ actor: z.string(), name: textSchema });

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
  /** What the signed files of closed days hold. */
  files: z.object({
    count: z.int(),
    entries: z.int(),
    problems: z.array(z.object({ file: z.string(), problem: z.string(), seal: z.int().optional() })),
  }),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
