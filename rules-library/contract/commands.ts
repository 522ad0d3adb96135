import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData, toldTextSchema } from './field-group.ts';

/** `POST /commands/:name`. */
export const pressSchema = z.object({
  target: z.string().max(300).optional(),
  input: z.record(z.string(), z.unknown()).default({}),
  reason: z.string().max(500).optional(),
  voucher: z.string().max(120).optional(),
});

export const pressAnswerSchema = z.object({
  result: freeData(),
  text: toldTextSchema,
  press: z.string(),
  undo: z.object({ name: z.string(), until: z.string() }).optional(),
  decision: z.string().optional(),
  alerts: z.array(z.string()),
});

/** 202: an approval stands before it; it takes effect when that is given. */
export const pressPendingSchema = z.object({
  pending: z.object({ approval: z.string() }),
  text: toldTextSchema,
  press: z.string(),
});

/** `GET /commands?target=order:ID`: the buttons I may press on it now. */
export const buttonSchema = z.object({
  name: z.string(),
  label: textSchema,
  help: textSchema,
  input: z.record(z.string(), z.unknown()),
  needsReason: z.boolean(),
  enabled: z.boolean(),
  why: toldTextSchema.optional(),
});
export type Button = z.infer<typeof buttonSchema>;
