import { z } from 'zod';
import { fieldGroups } from '../choices/field-groups.ts';
import { textSchema } from '../schema/text.ts';
import { passwordSchema, reasonedSchema, usernameSchema } from './people.ts';

export const signInSchema = z.object({
  username: z.string().min(1).max(80),
  password: z.string().min(1).max(200),
});

/** `GET /session`: who am I, what may I press, which rooms do I hear. */
export const sessionSchema = z
  .object({
    person: z.object({
      id: z.string(),
      name: textSchema,
      roles: z.array(z.string()),
      warehouse: z.string().nullable(),
    }),
    /** Names of the commands this person may press. */
    buttons: z.array(z.string()),
    /** Of these the ones they may fill in only in part: names of the fields they may. */
    fields: z.record(z.string(), z.array(z.string())),
    /** Groups of fields they may read: `personal`, `money`, `credit`. */
    reads: z.array(z.string()),
    rooms: z.array(z.string()),
    /** A demo store: rehearsal data, demo sign-ins. */
    demo: z.boolean(),
    company: z.object({ name: textSchema, zone: z.string() }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** `GET /session/options` (public): what the sign-in page shows. */
export const signInOptionsSchema = z.object({
  demo: z.boolean(),
  /** Demo people, on a demo store only. */
  people: z.array(z.object({ username: z.string(), name: textSchema, role: z.string() })),
  /** No person exists yet: the one-time set-up link printed at start makes the first. */
  setUpNeeded: z.boolean(),
});
export type SignInOptions = z.infer<typeof signInOptionsSchema>;

/** `POST /session/set-up` with the one-time token of the link. */
export const setUpSchema = z.object({
  token: z.string().min(1).max(200),
  username: usernameSchema,
  name: z.string().min(1).max(80),
  password: passwordSchema,
});

export const keyInputSchema = z.object({
  name: z.string().min(1).max(80),
  /** Commands it may press: `ingest-order`, `record-event`, `import-catalog`, … */
  commands: z.array(z.string().max(64)).max(50),
  /** Reads it may make: `orders`, `decisions`, `catalog`, `flows`, `releases`, `alerts`. */
  reads: z.array(z.string().max(64)).max(50).default([]),
  /** Groups of content its answers hold, as of a role's: `money`, `personal` …; all unless said. */
  sees: z.array(z.enum(fieldGroups.map(({ value }) => value))).default(fieldGroups.map(({ value }) => value)),
  /** Orders a second, on average. */
  perSecond: z.int().min(1).max(10_000).default(1000),
});

/** `POST /keys`: the key with the reason and voucher number of whoever makes it. */
export const keyRequestSchema = keyInputSchema.extend(reasonedSchema.shape);

export const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  commands: z.array(z.string()),
  reads: z.array(z.string()),
  sees: z.array(z.string()),
  perSecond: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Key = z.infer<typeof keySchema>;
/** The secret is shown once, in the answer to `POST /keys`. */
export const newKeySchema = keySchema.extend({ secret: z.string() });
