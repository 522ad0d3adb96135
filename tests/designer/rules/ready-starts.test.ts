import { describe, expect, it } from 'vitest';
import { readyStarts } from '../../../designer/rules/ready-starts.ts';
import { newFlow } from '../../../designer/rules/use-flows.ts';
import { problemsOf } from '../../../designer/editor/problems-store.ts';
import { compileFlow } from '../../../runtime/index.ts';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import { vocabulary } from '../../../rules-library/index.ts';

describe('ready starts', () => {
  it.each(readyStarts.map((start) => [start.id, start] as const))(
    '%s can be published as it is',
    (_, start) => {
      const flow = newFlow(start);
      expect(flowSchema.safeParse(flow).success).toBe(true);
      expect(problemsOf(flow, vocabulary).problems).toEqual([]);
      expect(compileFlow(flow, vocabulary).rules.length).toBeGreaterThan(1);
      expect(Object.keys(flow.layout).toSorted()).toEqual(flow.nodes.map(({ id }) => id).toSorted());
    },
  );

  it('are three', () => expect(readyStarts).toHaveLength(3));
});
