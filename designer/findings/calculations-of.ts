import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, FlowEdge, FlowNode } from '../../rules-library/schema/flow.ts';
import { compileFlow, type CompiledFlow } from '../../runtime/index.ts';
import { readingOrder } from '../editor/reading-order.ts';
import { completedTable, isTableBlock } from '../table/model/completed-table.ts';

/** The trigger and, one behind the other, everything that calculates and is filled in: what a half drawn flow can calculate. */
export function calculationsOf(
  flow: Flow,
  vocabulary: Vocabulary,
  without: ReadonlySet<string> = new Set(),
): Flow {
  const order = readingOrder(flow, vocabulary);
  const nodes = flow.nodes
    .flatMap((node): FlowNode[] => {
      const block = vocabulary.blocks.get(node.kind);
      if (block?.category === 'trigger') return [node];
      if (block?.category !== 'compute' || without.has(node.id)) return [];
      const params = isTableBlock(block) ? completedTable(node.params) : node.params;
      return block.params.safeParse(params).success ? [{ ...node, params }] : [];
    })
    .toSorted((one, other) => (order.get(one.id) ?? Infinity) - (order.get(other.id) ?? Infinity));
  const edges = nodes.slice(1).map((node, index): FlowEdge => ({
    id: `e${index}`,
    from: { node: nodes[index]!.id, port: 'next' },
    to: node.id,
    order: 1,
  }));
  return { ...flow, nodes, edges, cases: [] };
}

/**
 * What of a half drawn flow can be calculated, compiled. `left` are the blocks that cannot be, for they are wrong themselves or build
 * on one that is.
 */
export function compiledCalculations(
  flow: Flow,
  vocabulary: Vocabulary,
): { compiled: CompiledFlow; left: ReadonlySet<string> } {
  const left = new Set<string>();
  for (;;) {
    const compiled = compileFlow(calculationsOf(flow, vocabulary, left), vocabulary);
    const wrong = compiled.problems.filter(
      ({ level, node }) => level === 'error' && node !== undefined && !left.has(node),
    );
    if (wrong.length === 0) return { compiled, left };
    for (const { node } of wrong) left.add(node!);
  }
}
