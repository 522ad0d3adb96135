import { z } from 'zod';
import { textSchema } from '../schema/text.ts';
import { freeData, toldTextSchema } from './field-group.ts';

export const alertLevels = ['info', 'warn', 'urgent'] as const;

/**
 * The life of an alert; it only moves on. `raised`: committed · `delivered`: a screen has it · `seen`: a person has had it before
 * their eyes · `escalated`: not answered in time, now the next ones' too · `expired`: not answered in time by anybody ·
 * `acknowledged`: somebody knows, and it stays open · `resolved`: answered by a button, or nothing is left to do · `grouped`: counted
 * into an earlier one.
 */
export const alertStates = [
  'raised',
  'delivered',
  'seen',
  'escalated',
  'expired',
  'acknowledged',
  'resolved',
  'grouped',
] as const;
export type AlertState = (typeof alertStates)[number];

/** States in which somebody still has to answer. */
export const waitingStates: readonly AlertState[] = ['raised', 'delivered', 'seen', 'escalated', 'expired'];

const subjectSchema = z.object({ kind: z.string(), id: z.string(), label: z.string() });

/** An alert as screens show it: one sentence, why, and the buttons that answer it. */
export const alertViewSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    level: z.enum(alertLevels),
    text: toldTextSchema,
    at: z.string(),
    rooms: z.array(z.string()),
    /** What it is about: `order:ID` with the number people know it by. */
    subject: subjectSchema.nullable(),
    /** The rule that raised it and the nodes on its way, for the lit path. */
    source: z
      .object({
        release: z.int(),
        flow: z.string(),
        flowName: textSchema,
        node: z.string(),
        path: z.array(z.object({ node: z.string(), label: textSchema })),
        decision: z.string(),
      })
      .nullable(),
    buttons: z.array(
      z.object({
        name: z.string(),
        label: textSchema,
        target: z.string(),
        input: freeData(),
      }),
    ),
    state: z.enum(alertStates),
    /** How many people's screens have it. */
    screens: z.int().default(0),
    /** Who has had it before their eyes, the first ones. */
    seenBy: z.array(z.object({ by: textSchema, at: z.string() })).default([]),
    /** The button that answered it. */
    answer: z.object({ name: z.string(), label: textSchema, by: textSchema, at: z.string() }).nullish(),
    /** When it is to be answered, and whom it went to when it was not. */
    dueAt: z.string().nullish(),
    escalated: z.object({ at: z.string(), rooms: z.array(z.string()) }).nullish(),
    /** How often it happened while this one was open; the newest of the others. */
    count: z.int().default(1),
    lastAt: z.string().nullish(),
    latest: z.array(subjectSchema).default([]),
    acknowledgedBy: textSchema.nullable(),
    acknowledgedAt: z.string().nullable(),
    warehouse: z.string().nullable(),
  })
  .meta({ id: 'Alert' });
export type AlertView = z.infer<typeof alertViewSchema>;
