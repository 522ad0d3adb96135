import { z } from 'zod';
import { factIdSchema, idSchema } from './ids.ts';
import { textSchema } from './text.ts';

const paramsSchema = z.record(z.string().max(64), z.unknown());

/** A block placed on a canvas. `params` is checked against the block's own schema. */
export const nodeSchema = z.object({
  id: idSchema,
  kind: z.string().min(1).max(64),
  version: z.int().min(1).default(1),
  title: textSchema.optional(),
  params: paramsSchema.default({}),
});
export type FlowNode = z.infer<typeof nodeSchema>;

/** A join from a port of one node to another node. `order` breaks ties among edges of one port. */
export const edgeSchema = z.object({
  id: idSchema.optional(),
  from: z.object({ node: idSchema, port: idSchema }),
  to: idSchema,
  order: z.int().min(1).max(1000).default(1),
});
export type FlowEdge = z.infer<typeof edgeSchema>;

/** An example kept beside the flow: these facts must give exactly these events. */
export const caseSchema = z.object({
  id: idSchema,
  name: textSchema,
  event: z.string().max(80),
  stage: z.string().max(200).nullable().default(null),
  facts: z.record(factIdSchema, z.unknown()),
  expect: z.object({
    events: z.array(z.object({ type: z.string().max(64), params: paramsSchema.default({}) })).max(200),
  }),
});
export type FlowCase = z.infer<typeof caseSchema>;

export const positionSchema = z.object({ x: z.number(), y: z.number() });

/** What is drawn on the canvas. Layout is no part of its logic. */
export const flowSchema = z
  .object({
    schema: z.literal(1).default(1),
    id: idSchema,
    name: textSchema,
    rank: z.int().min(1).max(10_000).default(100),
    nodes: z.array(nodeSchema).max(2000),
    edges: z.array(edgeSchema).max(5000),
    layout: z.record(z.string(), positionSchema).default({}),
    cases: z.array(caseSchema).max(1000).default([]),
  })
  .meta({ id: 'Flow' });
export type Flow = z.infer<typeof flowSchema>;

/** Something wrong with a drawing, at the node it belongs to, in words with the cure. */
export const problemSchema = z
  .object({
    level: z.enum(['error', 'warning']),
    node: z.string().optional(),
    edge: z.string().optional(),
    path: z.string().optional(),
    code: z.string(),
    text: textSchema,
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
