import { z } from 'zod';
import { caseSchema, flowSchema, problemSchema } from '../schema/flow.ts';
import { textSchema } from '../schema/text.ts';
import { freeData } from './field-group.ts';

/** `GET /flows`: one row per rule flow. */
export const flowRowSchema = z
  .object({
    id: z.string(),
    name: textSchema,
    rank: z.int(),
    /** Raised by one with each save; sent back as `version` when saving. */
    version: z.int(),
    savedAt: z.string(),
    savedBy: textSchema,
    /** draft: never live; live: as published; changed: live, with a changed draft. */
    state: z.enum(['draft', 'live', 'changed']),
    liveRelease: z.int().nullable(),
    trigger: z.string().nullable(),
    errors: z.int(),
    warnings: z.int(),
    nodeCount: z.int(),
  })
  .meta({ id: 'FlowRow' });
export type FlowRow = z.infer<typeof flowRowSchema>;

/** `GET /flows/:id`, and the answer of a save. */
export const flowViewSchema = z.object({
  flow: flowSchema,
  version: z.int(),
  savedAt: z.string(),
  savedBy: textSchema,
  state: z.enum(['draft', 'live', 'changed']),
  liveRelease: z.int().nullable(),
  problems: z.array(problemSchema),
});
export type FlowView = z.infer<typeof flowViewSchema>;

/** `PUT /flows/:id`: the whole drawing and the version it was drawn from; 409 `version-moved` with the newer one. */
export const flowSaveSchema = z.object({ flow: flowSchema, version: z.int().min(0) });

export const compileAnswerSchema = z.object({
  rules: z.array(z.record(z.string(), z.unknown())),
  derived: z.array(z.record(z.string(), z.unknown())),
  problems: z.array(problemSchema),
});

export const simulateSchema = z.object({
  event: z.string().max(80),
  stage: z.string().max(200).nullable().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  order: z.string().max(64).optional(),
});

/** Answer of `POST /flows/:id/simulate`. `dropped` names facts that were given with a value of the wrong type. */
export const simulateAnswerSchema = z.object({
  events: z.array(
    z.object({ type: z.string(), params: z.record(z.string(), z.unknown()), ruleId: z.string() }),
  ),
  unknown: z.array(z.string()),
  /** As `runtime` explains: every rule with its state and its conditions, actual and needed. */
  explanation: freeData(),
  facts: freeData(),
  dropped: z.array(z.string()),
  problems: z.array(problemSchema),
});
export type SimulateAnswer = z.infer<typeof simulateAnswerSchema>;
export { caseSchema };
