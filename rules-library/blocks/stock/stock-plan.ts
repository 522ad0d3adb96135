import type { z } from 'zod';
import { wholePorts } from '../../commands/failing-ports.ts';
import {
  defineBlock,
  type BlockDefinition,
  type BlockExample,
  type SubjectKind,
} from '../../define/block.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import type { Text } from '../../schema/text.ts';

interface StockPlan<Params extends z.ZodType> {
  kind: string;
  label: Text;
  help: Text;
  follows: readonly SubjectKind[];
  params: Params;
  initial: Record<string, unknown>;
  sentence: (params: z.output<Params>, context: SentenceContext) => Segment[];
  examples: readonly BlockExample[];
}

/** A block that plans what to do with stock and applies the plan at once. */
export function stockPlan<Params extends z.ZodType>(given: StockPlan<Params>): BlockDefinition {
  return defineBlock({
    ...given,
    version: 1,
    category: 'stock',
    needs: [given.kind],
    ports: () => [...wholePorts],
    compile: (params) => ({
      role: 'action',
      event: { type: given.kind, params: params as Record<string, unknown> },
      stages: wholePorts.map(({ id }) => id),
    }),
  });
}
