import { z } from 'zod';
import { askedForSchema } from '../commands/ask-gate.command.ts';
import { toldTextSchema } from './field-group.ts';

/** Why a button is stopped. */
export const gateReasonSchema = z.object({
  /** A hold code, or the code of the refusal where the button itself cannot be pressed. */
  code: z.string(),
  text: toldTextSchema,
  /** The rule that stops it; null where no rule does. */
  rule: z.string().nullable(),
});
export type GateReason = z.infer<typeof gateReasonSchema>;

/** A button that would clear the way. */
export const gateCureSchema = z.object({
  name: z.string(),
  target: z.string(),
  input: z.record(z.string(), z.unknown()),
});
export type GateCure = z.infer<typeof gateCureSchema>;

/** `POST /gates/:command`. */
export const gateQuestionSchema = z.object({
  target: z.string().min(3).max(300),
  input: z.record(z.string().max(64), z.unknown()).optional(),
  actor: askedForSchema.optional(),
});

export const gateAnswerSchema = z
  .object({
    allow: z.boolean(),
    /** An approval stands before it. */
    pending: z.object({ approval: z.string() }).optional(),
    /** Null when no rule in force guards the button, or it cannot be pressed at all. */
    decision: z.string().nullable(),
    reasons: z.array(gateReasonSchema),
    cures: z.array(gateCureSchema),
  })
  .meta({ id: 'GateAnswer' });
export type GateAnswer = z.infer<typeof gateAnswerSchema>;

/** `details` of a refusal by a gate (409 `refused`). */
export const gateRefusalSchema = z.object({
  decision: z.string(),
  reasons: z.array(gateReasonSchema),
  cures: z.array(gateCureSchema),
});
export type GateRefusal = z.infer<typeof gateRefusalSchema>;
