import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

/** A going-through of a collection (block for-each), and how far it is. */
export const eachRunSchema = z
  .object({
    id: z.string(),
    flow: z.string(),
    flowName: textSchema,
    node: z.string(),
    release: z.int(),
    of: z.string(),
    state: z.enum(['gathering', 'running', 'done', 'stopped']),
    at: z.string(),
    endedAt: z.string().nullable(),
    looked: z.int(),
    total: z.int(),
    done: z.int(),
    /** Of those done: had ended before their turn. */
    skipped: z.int(),
  })
  .meta({ id: 'EachRun' });
export type EachRun = z.infer<typeof eachRunSchema>;
