import { z } from 'zod';
import { roles } from '../choices/roles.ts';
import { ui } from '../define/ui.ts';
import { inWords } from '../schema/pattern.ts';
import { textSchema } from '../schema/text.ts';
import type { Role } from '../define/command.ts';

/** How people sign in; never changes. */
export const usernameSchema = z.string().regex(
  inWords(/^[a-z][a-z0-9._-]{1,39}$/, {
    zh: '小写字母开头的 2 到 40 个字符',
    en: '2 to 40 characters, the first a small letter',
  }),
);
export const passwordSchema = z.string().min(10).max(200);

const roleSchema = z.enum(roles.map(({ value }) => value) as [Role, ...Role[]]);

/** Input of `set-roles`: what a person is, and where. */
export const placeInputSchema = z.object({
  roles: z
    .array(roleSchema)
    .min(1)
    .max(roles.length)
    .meta(ui({ label: { zh: '角色', en: 'Roles' }, field: 'choices', options: roles })),
  /** Business id of their warehouse; null for people of none. */
  warehouse: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .nullable()
    .default(null)
    .meta(ui({ label: { zh: '所在仓', en: 'Warehouse' }, field: 'text' })),
});

/** Input of `create-person`. */
export const personInputSchema = placeInputSchema.extend({
  username: usernameSchema.meta(ui({ label: { zh: '用户名', en: 'User name' }, field: 'text' })),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .meta(ui({ label: { zh: '姓名', en: 'Name' }, field: 'text' })),
});

/** Why somebody gives access: as with every press of an R command. */
export const reasonedSchema = z.object({
  reason: z.string().max(500).optional(),
  voucher: z.string().max(120).optional(),
});

/** One row of `GET /people`. */
export const personViewSchema = z
  .object({
    id: z.string(),
    name: textSchema,
    roles: z.array(z.string()),
    warehouse: z.string().nullable(),
    /** Made for a demo store. */
    demo: z.boolean(),
    createdAt: z.string(),
    disabledAt: z.string().nullable(),
    /** Until when the link they were given sets a password; null when there is none open. */
    linkUntil: z.string().nullable(),
    /** Nobody can sign in as them before the link is used. */
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personViewSchema>;

/** The link is shown once: the token in it is stored as a hash only. */
export const setUpLinkSchema = z.object({ person: personViewSchema, token: z.string(), until: z.string() });
export type SetUpLink = z.infer<typeof setUpLinkSchema>;

/** `GET /people/:id/sessions`: where somebody is signed in now. */
export const signInViewSchema = z
  .object({ id: z.string(), createdAt: z.string(), seenAt: z.string(), expiresAt: z.string() })
  .meta({ id: 'SignIn' });
export type SignInView = z.infer<typeof signInViewSchema>;

/** `POST /session/join`: a person sets the password with the link they were given. */
export const joinSchema = z.object({
  username: usernameSchema,
  token: z.string().min(1).max(200),
  password: passwordSchema,
});
