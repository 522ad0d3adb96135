import { z } from 'zod';
import { problemSchema } from '../schema/flow.ts';
import { textSchema } from '../schema/text.ts';
import { fullComparisonSchema, releaseCheckSchema } from './release-check.ts';

/** `POST /releases`: without flows, every changed draft I may publish. */
export const publishSchema = z.object({
  flows: z
    .array(z.object({ id: z.string().max(64), version: z.int() }))
    .max(500)
    .optional(),
  note: z.string().max(500).optional(),
  openOrders: z.enum(['keep', 'redecide', 'ask']).optional(),
});

export const releaseRowSchema = z
  .object({
    number: z.int(),
    hash: z.string(),
    state: z.enum(['active', 'earlier']),
    publishedAt: z.string(),
    publishedBy: textSchema,
    note: z.string().nullable(),
    flows: z.array(
      z.object({
        id: z.string(),
        name: textSchema,
        version: z.int(),
        rank: z.int(),
        change: z.enum(['new', 'changed', 'same', 'removed']),
      }),
    ),
    ruleCount: z.int(),
    activatedAt: z.string().nullable(),
    /** Releases of before there was a check have none. */
    check: releaseCheckSchema.nullish(),
    /** Where the check was cut short: how the rest of it goes. */
    comparison: fullComparisonSchema.nullish(),
  })
  .meta({ id: 'Release' });
export type ReleaseRow = z.infer<typeof releaseRowSchema>;

/** `POST /releases` and `POST /releases/:n/activate`. */
export const activatedSchema = z.object({
  release: releaseRowSchema,
  /** Live processes that confirmed the switch within a second, and those that have not. */
  confirmed: z.int(),
  waiting: z.array(z.string()),
});

/** `POST /releases/preview`: what publishing would change, before pressing. */
export const publishPreviewSchema = z.object({
  flows: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      version: z.int(),
      change: z.enum(['new', 'changed', 'same', 'removed']),
      /** The flow as numbered sentences, and which of them are new or gone against what is live. */
      added: z.array(textSchema),
      removed: z.array(textSchema),
      problems: z.array(problemSchema),
    }),
  ),
  publishable: z.boolean(),
  nextNumber: z.int(),
});
export type PublishPreview = z.infer<typeof publishPreviewSchema>;

/** `POST /releases/check`: the check before going live, without publishing; null where publishing would be refused anyway. */
export const checkedSchema = z.object({ check: releaseCheckSchema.nullable() });
