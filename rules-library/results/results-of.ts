import type { FactDefinition } from '../define/fact.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Flow, FlowNode } from '../schema/flow.ts';
import { nodeName } from './node-name.ts';

/** The facts a node calculates, called by the node: 「客户折扣 · 折扣」. `params` are those the block's schema has read. */
export function resultsOfNode(
  flow: string,
  node: FlowNode,
  params: unknown,
  vocabulary: Vocabulary,
): FactDefinition[] {
  const block = vocabulary.blocks.get(node.kind);
  const name = nodeName(node, vocabulary);
  return (block?.results?.(params as never) ?? []).map(({ output, label, ...typed }) => ({
    ...typed,
    id: [flow, node.id, ...(output === undefined ? [] : [output])].join('.'),
    label: { zh: `${name.zh} · ${label.zh}`, en: `${name.en} · ${label.en}` },
    scope: 'company',
    samples: [],
  }));
}

const known = new WeakMap<Flow, { vocabulary: Vocabulary; results: FactDefinition[] }>();

/** What a node will calculate as far as it is filled in: a table that lacks a cell gives what its columns say already. */
function resultsSoFar(flow: string, node: FlowNode, vocabulary: Vocabulary): FactDefinition[] {
  try {
    return resultsOfNode(flow, node, node.params, vocabulary);
  } catch {
    return [];
  }
}

/** All facts a drawing calculates, whatever stands before what; nodes nothing can be said of yet give none. */
export function resultsOfFlow(flow: Flow, vocabulary: Vocabulary): readonly FactDefinition[] {
  const before = known.get(flow);
  if (before?.vocabulary === vocabulary) return before.results;
  const results = flow.nodes.flatMap((node) => {
    const block = vocabulary.blocks.get(node.kind);
    if (block?.results === undefined) return [];
    const params = block.params.safeParse(node.params);
    return params.success
      ? resultsOfNode(flow.id, node, params.data, vocabulary)
      : resultsSoFar(flow.id, node, vocabulary);
  });
  known.set(flow, { vocabulary, results });
  return results;
}
