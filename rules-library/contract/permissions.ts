import { z } from 'zod';

/** What a role may do with one button. `fields: null` means every field; all conditions of `when` have to hold. */
export const grantSchema = z.object({
  allow: z.boolean(),
  fields: z.array(z.string()).nullable(),
  when: z.array(z.string()),
});
export type GrantView = z.infer<typeof grantSchema>;

/** `GET /permissions`: every role with every button and every group of fields. */
export const permissionsSchema = z
  .object({
    roles: z.array(
      z.object({
        role: z.string(),
        buttons: z.record(z.string(), grantSchema),
        /** Groups of fields (`personal`, `money`, `credit`) and whether the role reads them. */
        reads: z.record(z.string(), z.boolean()),
      }),
    ),
  })
  .meta({ id: 'Permissions' });
export type PermissionsView = z.infer<typeof permissionsSchema>;
