import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** `GET /home`: the figures of the first screen, read from roll-ups, never from a scan. */
export const homeSchema = z.object({
  today: z.object({
    orders: z.int(),
    held: z.int(),
    alerts: z.int(),
    /** Orders per minute, oldest first, the last 60 minutes. */
    perMinute: z.array(z.int()),
    perSecond: z.number(),
  }),
  release: z.object({ number: z.int(), at: z.string() }).nullable(),
  /** Median of received → decided → announced, in milliseconds, of the last minutes. */
  announceMs: z.object({ p50: z.number(), p99: z.number() }).nullable(),
});
export type Home = z.infer<typeof homeSchema>;

/** The rehearsal ("watch Double-12") on a demo store. */
export const rehearsalSchema = z.object({
  available: z.boolean(),
  state: z.enum(['idle', 'preparing', 'running', 'paused', 'finished']),
  sent: z.int(),
  total: z.int(),
  speed: z.number(),
  /** The moment of Double-12 that is being played. */
  at: z.string().nullable(),
  text: textSchema,
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;
export const rehearsalControlSchema = z.object({
  action: z.enum(['start', 'pause', 'resume', 'stop']),
  speed: z.number().min(0.25).max(60).optional(),
});
