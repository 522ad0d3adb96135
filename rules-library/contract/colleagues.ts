import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** Somebody a thing can be handed on to: `GET /colleagues`. */
export const colleagueSchema = z.object({
  /** Sign-in name. */
  id: z.string(),
  name: textSchema,
  roles: z.array(z.string()),
});
export type Colleague = z.infer<typeof colleagueSchema>;
