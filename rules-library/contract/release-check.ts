import { z } from 'zod';
import { textSchema } from '../schema/text.ts';

const effectSchema = z.object({ command: z.string(), label: textSchema });

/** What the check before going live found: a release's own cases, recorded orders decided again, a second engine's opinion. */
export const releaseCheckSchema = z
  .object({
    /** The whole in one sentence. */
    text: textSchema,
    /** Whether nothing was left out for lack of time. */
    complete: z.boolean(),
    tookMs: z.int(),
    cases: z.object({ run: z.int(), failed: z.int() }),
    /** Orders of the last days, by this release and by the one before it. */
    recorded: z.object({
      decisions: z.int(),
      otherwise: z.int(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      cutShort: z.boolean(),
      effects: z.array(effectSchema.extend({ gained: z.int(), lost: z.int(), text: textSchema })),
      /** Decisions in which a rule matches under only one of the two. */
      rules: z.array(
        z.object({
          rule: z.string(),
          flow: z.string(),
          node: z.string(),
          before: z.int(),
          after: z.int(),
          text: textSchema,
        }),
      ),
      samples: z.array(
        z.object({
          decision: z.string(),
          order: z.string().nullable(),
          at: z.string(),
          gained: z.array(effectSchema),
          lost: z.array(effectSchema),
        }),
      ),
    }),
    /** Orders given to both engines, and what there was no time for. */
    secondOpinion: z.object({
      changed: z.int(),
      changedLeftOut: z.int(),
      matching: z.int(),
      nearly: z.int(),
      generated: z.int(),
      generatedLeftOut: z.int(),
      /** Changed rules for which fewer than five orders of each kind could be found. */
      thin: z.int(),
      /** Orders on which one of the engines gave up: no opinion, neither for nor against. */
      noOpinion: z.int(),
      disagreements: z.int(),
    }),
  })
  .meta({ id: 'ReleaseCheck' });
export type ReleaseCheck = z.infer<typeof releaseCheckSchema>;

/** How the comparison goes on after a release is in force: what time did not suffice for is done then. */
export const fullComparisonSchema = z.enum(['waiting', 'agreed', 'disagreed']);
export type FullComparison = z.infer<typeof fullComparisonSchema>;
