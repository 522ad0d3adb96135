import { z } from 'zod';
import { festivalIds } from '../festivals/festival-ids.ts';
import { idSchema } from './ids.ts';
import { textSchema } from './text.ts';

/** A day counted from a festival, in the company's zone: `days: -15` is fifteen days before it. */
export const festivalDaySchema = z.strictObject({
  festival: z.enum(festivalIds),
  days: z.int().min(-366).max(366).default(0),
});

/** From one moment to another; the end is not included. */
export const fixedWindowSchema = z
  .strictObject({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    params: { zh: '结束要晚于开始', en: 'has to be later than the start' },
  });

/** Around a festival, every year anew, at the start of those days; the end is not included. */
export const festivalWindowSchema = z.strictObject({
  from: festivalDaySchema,
  to: festivalDaySchema,
  repeat: z.literal('yearly'),
});

/** A window of time in which some flows are in force or replace others. */
export const seasonSchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    /** Among seasons the smaller rank wins. */
    rank: z.int().min(1).max(10_000).default(100),
    /** Whether the moment of deciding or the moment of ordering has to lie within it. */
    by: z.enum(['now', 'order.placedAt']).default('now'),
    window: z.union([fixedWindowSchema, festivalWindowSchema]),
    flows: z.array(idSchema).max(500).default([]),
    replaces: z.array(idSchema).max(500).default([]),
  })
  .meta({ id: 'Season' });
export type Season = z.infer<typeof seasonSchema>;
