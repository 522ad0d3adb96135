import { z } from 'zod';
import type { Place } from '../../../rules-library/edits/index.ts';
import { edgeSchema, type Flow, nodeSchema, positionSchema } from '../../../rules-library/schema/flow.ts';
import { idSchema } from '../../../rules-library/schema/ids.ts';
import { placeOf } from '../placing.ts';

/** Part of a drawing as it travels over the clipboard, also into another flow or window. */
const partSchema = z.object({
  sluice: z.literal('part'),
  schema: z.literal(1),
  flow: idSchema,
  nodes: z.array(nodeSchema).min(1).max(2000),
  edges: z.array(edgeSchema).max(5000),
  layout: z.record(z.string(), positionSchema),
});
export type Part = z.infer<typeof partSchema>;

/** Some blocks of a drawing with the joins between them; undefined when none of them is there. */
export function partOf(flow: Flow, chosen: readonly string[]): Part | undefined {
  const ids = new Set(chosen);
  const nodes = flow.nodes.filter(({ id }) => ids.has(id));
  if (nodes.length === 0) return undefined;
  return {
    sluice: 'part',
    schema: 1,
    flow: flow.id,
    nodes,
    edges: flow.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to)),
    layout: Object.fromEntries(nodes.map(({ id }): [string, Place] => [id, placeOf(flow, id)])),
  };
}

/** As text for the clipboard. */
export function partText(part: Part): string {
  return JSON.stringify(part, null, 1);
}

/** Reads a part from the clipboard; undefined for any other text. */
export function readPart(text: string): Part | undefined {
  if (!text.includes('"part"')) return undefined;
  try {
    const read = partSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
