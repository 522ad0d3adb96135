import { importStates } from '../choices/import-states.ts';
import { z } from 'zod';
import { importKinds } from '../tables/import-kinds.ts';
import { textSchema } from '../schema/text.ts';
import { freeData } from './field-group.ts';

/** As many rows as a file may have, and as many as come at once. */
export const mostRows = 100_000;
export const rowsPerPart = 500;

export const importIdSchema = z.string().regex(/^[\w-]{8,64}$/);

/** `PUT /imports/:id/parts/:part`: the next rows of a file, in order. Nothing but what they would do is noted. */
export const stagedPartSchema = z.object({
  kind: z.enum(importKinds.map(({ kind }) => kind)),
  file: z.object({ name: z.string().min(1).max(200), bytes: z.int().min(0) }),
  /** Rows of the whole file. */
  total: z.int().min(1).max(mostRows),
  rows: z
    .array(
      z.object({
        /** Line of the file, from 1, the header included. */
        line: z.int().min(1),
        item: z.record(z.string().max(64), z.unknown()),
        /** An earlier line about the same thing: this row is rejected. */
        repeats: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .max(rowsPerPart),
});

export const verdicts = ['added', 'changed', 'same', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictCountsSchema = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  rejected: z.int(),
});
export type VerdictCounts = z.infer<typeof verdictCountsSchema>;

const byWhom = z.object({ id: z.string(), name: textSchema });

/** A file that is being, or was, taken in. */
export const importSchema = z
  .object({
    id: z.string(),
    kind: z.enum(importKinds.map(({ kind }) => kind)),
    file: z.object({ name: z.string(), bytes: z.int() }),
    state: z.enum(importStates),
    /** Rows: of the whole file, come in so far, taken in so far. */
    total: z.int(),
    staged: z.int(),
    done: z.int(),
    /** What the rows would do. */
    counts: verdictCountsSchema,
    /** What they have done. */
    outcome: verdictCountsSchema,
    by: byWhom,
    at: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** An earlier import of exactly these rows that was taken in. */
    sameAs: z.object({ id: z.string(), at: z.string(), by: byWhom }).nullable(),
    /** Why it stopped. */
    note: textSchema.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof importSchema>;

/** `GET /imports`: the newest first, and whether bringing files is closed for good. */
export const importsAnswerSchema = z.object({
  items: z.array(importSchema),
  next: z.string().nullable(),
  closed: z.object({ at: z.string(), by: byWhom }).nullable(),
});

/** One row of an import: what it would do, or, once it was taken in, why it was not. Of a changed item only what changes. */
export const importRowSchema = z.object({
  line: z.int(),
  verdict: z.enum(verdicts),
  id: z.string().nullable(),
  before: freeData().nullable(),
  after: freeData().nullable(),
  /** Field that is at fault. */
  path: z.string().nullable(),
  message: textSchema.nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;
