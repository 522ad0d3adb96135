import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Vocabulary } from '../../../rules-library/define/vocabulary.ts';
import type { FlowEdit, Place } from '../../../rules-library/edits/index.ts';
import type { Flow, FlowNode } from '../../../rules-library/schema/flow.ts';
import { placeOf } from '../placing.ts';
import { portsOf, takesInput } from '../ports.ts';
import type { Box } from './align.ts';

/** Works out places; elkjs in a worker is one. */
export type Layouter = (graph: ElkNode) => Promise<ElkNode>;

const wholeDrawing = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.spacing.nodeNode': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.spacing.edgeNodeBetweenLayers': '28',
  // Blocks stand in the order of the exits that lead to them.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.separateConnectedComponents': 'true',
  'elk.spacing.componentComponent': '80',
};

/**
 * A drawing in layers from top to bottom, exits kept in their order so that joins cross as little as can be. Notes and frames stay
 * where they are, as only people know what they are about; the first block stays too, so that the eye does not lose it. As one
 * step; undefined when all stands well already.
 */
export async function tidyEdit(
  flow: Flow,
  vocabulary: Vocabulary,
  boxes: ReadonlyMap<string, Box>,
  layout: Layouter,
): Promise<FlowEdit | undefined> {
  const laid = flow.nodes.filter(({ kind }) => vocabulary.blocks.get(kind)?.category !== 'note');
  if (laid.length < 2) return undefined;
  const placed = await layout(graphOf(flow, vocabulary, laid, boxes));
  const places = new Map(
    (placed.children ?? []).map(({ id, x = 0, y = 0 }): [string, Place] => [id, { x, y }]),
  );
  const anchor = laid.find(({ kind }) => vocabulary.blocks.get(kind)?.category === 'trigger') ?? laid[0]!;
  const [kept, moved] = [placeOf(flow, anchor.id), places.get(anchor.id) ?? { x: 0, y: 0 }];
  const to: Record<string, Place> = {};
  for (const [id, { x, y }] of places) {
    const place = { x: Math.round(x + kept.x - moved.x), y: Math.round(y + kept.y - moved.y) };
    const before = placeOf(flow, id);
    if (place.x !== before.x || place.y !== before.y) to[id] = place;
  }
  return Object.keys(to).length === 0 ? undefined : { type: 'move-nodes', to };
}

function graphOf(
  flow: Flow,
  vocabulary: Vocabulary,
  nodes: readonly FlowNode[],
  boxes: ReadonlyMap<string, Box>,
): ElkNode {
  const members = new Set(nodes.map(({ id }) => id));
  return {
    id: 'drawing',
    layoutOptions: wholeDrawing,
    children: nodes.map((node) => {
      const { width, height } = boxes.get(node.id) ?? { width: 232, height: 108 };
      const exits = portsOf(node, vocabulary);
      const block = vocabulary.blocks.get(node.kind);
      return {
        id: node.id,
        width,
        height,
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
        ports: [
          ...(block === undefined || takesInput(block)
            ? [{ id: `${node.id}>in`, x: width / 2, y: 0, layoutOptions: { 'elk.port.side': 'NORTH' } }]
            : []),
          ...exits.map(({ id }, index) => ({
            id: `${node.id}>${id}`,
            x: (width * (index + 0.5)) / exits.length,
            y: height,
            layoutOptions: { 'elk.port.side': 'SOUTH' },
          })),
        ],
      };
    }),
    edges: flow.edges
      .filter(({ from, to }) => members.has(from.node) && members.has(to))
      .filter(({ from }) =>
        portsOf(
          flow.nodes.find(({ id }) => id === from.node)!,
          vocabulary,
        ).some(({ id }) => id === from.port),
      )
      .map(({ id, from, to }, index): ElkExtendedEdge => ({
        id: id ?? `join-${index}`,
        sources: [`${from.node}>${from.port}`],
        targets: [`${to}>in`],
      })),
  };
}
