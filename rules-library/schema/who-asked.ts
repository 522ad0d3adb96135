import { z } from 'zod';
import { roles } from '../choices/roles.ts';

/** Who is asked, once facts have been put in: a role, a role of one warehouse, or a person. */
export const whoAskedSchema = z
  .object({
    role: z.enum(roles.map(({ value }) => value)).optional(),
    warehouse: z.string().min(1).max(64).optional(),
    person: z.string().min(1).max(80).optional(),
  })
  .refine(({ role, person }) => (role === undefined) !== (person === undefined), {
    params: { zh: '选一个角色或一个人', en: 'needs a role or a person' },
  });
export type WhoAsked = z.output<typeof whoAskedSchema>;
