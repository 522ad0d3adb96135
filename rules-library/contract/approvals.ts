import { z } from 'zod';
import { textSchema, type Text } from '../schema/text.ts';
import { alertViewSchema } from './alerts.ts';
import { auditChangeSchema } from './audit.ts';
import { readWith, told, toldTextSchema } from './field-group.ts';

export const approvalStates = [
  'open',
  'asked-back',
  'approved',
  'rejected',
  'timedOut',
  'answered',
  'ended',
] as const;

const stepSchema = z.object({
  id: z.string(),
  who: textSchema,
  state: z.enum(['waiting', 'open', 'approved', 'rejected', 'skipped', 'timedOut']),
  escalated: z.boolean(),
  dueAt: z.string().nullable(),
  by: textSchema.nullable(),
  at: z.string().nullable(),
  comment: z.string().nullable().meta(told),
});

/** An approval or a question, as an inbox shows it. */
export const approvalViewSchema = z
  .object({
    id: z.string(),
    /** The target of its buttons is `KIND:ID`. */
    kind: z.enum(['approval', 'question']),
    state: z.enum(approvalStates),
    at: z.string(),
    /** What it is about: `order:ID` with the number people know it by. */
    subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
    order: z
      .object({
        customer: z.string().nullable().meta(readWith('personal')),
        total: z.int().nullable().meta(readWith('money')),
        quantity: z.int(),
        state: z.string(),
        isRush: z.boolean(),
      })
      .nullable(),
    /** Who asked for it. */
    requester: textSchema.nullable(),
    /** Where it stands in the drawing. */
    source: alertViewSchema.shape.source,
    /** A pressed button that waits for it. */
    parked: z
      .object({
        command: z.string(),
        label: textSchema,
        target: z.string(),
        /** Only asked about: it will be pressed elsewhere. */
        asked: z.boolean(),
        reason: z.string().nullable().meta(told),
        voucher: z.string().nullable(),
        /** What it would change; only what was filled in where the order has moved on since. */
        changes: z.array(auditChangeSchema),
      })
      .nullable(),
    /** What is asked, of a question. */
    text: toldTextSchema.nullable(),
    choices: z.array(z.object({ id: z.string(), label: textSchema })),
    answer: toldTextSchema.nullable(),
    /** Steps of an approval. */
    steps: z.array(stepSchema),
    /** When the open step or the question is late; null while its clock stands still. */
    dueAt: z.string().nullable(),
    /** Whom it waits for now. */
    waitsFor: textSchema.nullable(),
    /** Hash of what is approved: sent back with the press, so that nothing is approved unseen. */
    plan: z.string().nullable(),
    /** Raised when a changed plan asked again. */
    round: z.int(),
    /** What follows by each outcome, in words. */
    follows: z.array(z.object({ port: z.string(), label: textSchema, texts: z.array(toldTextSchema) })),
    notes: z.array(z.object({ at: z.string(), by: textSchema, kind: z.string(), text: toldTextSchema })),
    /** Whether it asks me; `why` says why I may not decide it although it does. */
    mine: z.boolean(),
    why: toldTextSchema.nullable(),
  })
  .meta({ id: 'Approval' });
export type ApprovalView = z.infer<typeof approvalViewSchema>;

/** `GET /approvals`: mine (what asks me now), sent (what I asked for), or all; of one order; still open, settled, or any. */
export const approvalQuerySchema = z.object({
  scope: z.enum(['mine', 'sent', 'all']).default('mine'),
  state: z.enum(['open', 'settled', 'any']).default('open'),
  order: z.string().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(80).optional(),
});

/** `approval.opened`: an approval or a question asks somebody in the room, or asks again. */
export interface ApprovalOpened {
  approval: {
    id: string;
    kind: 'approval' | 'question';
    /** `order:ID`, and the number people know it by. */
    subject: string;
    label: string | null;
    requester: Text | null;
  };
}
