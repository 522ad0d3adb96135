import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

export const templateRowSchema = z.object({
  id: z.string(),
  title: textSchema,
  about: textSchema,
  needs: z.array(textSchema),
  flows: z.array(z.object({ id: z.string(), name: textSchema, caseCount: z.int() })),
  loaded: z.boolean(),
});
export type TemplateRow = z.infer<typeof templateRowSchema>;

/** `POST /templates/:id/load`. */
export const templateLoadedSchema = z.object({
  flows: z.array(z.object({ id: z.string(), result: z.enum(['added', 'kept', 'same']) })),
  catalog: z.record(z.string(), z.int()),
  text: textSchema,
});

/** `PUT /catalog/:kind` answer. */
export const catalogAnswerSchema = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.array(z.object({ index: z.int(), path: z.string(), message: textSchema })),
});
