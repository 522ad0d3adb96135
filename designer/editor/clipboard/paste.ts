import type { Vocabulary } from '../../../rules-library/define/vocabulary.ts';
import type { FlowEdit, Place } from '../../../rules-library/edits/index.ts';
import { isTaken } from '../../../rules-library/edits/places-in-drawing.ts';
import { renameResults } from '../../../rules-library/results/rename-results.ts';
import type { Flow, FlowEdge, FlowNode } from '../../../rules-library/schema/flow.ts';
import { freeEdgeId, freeNodeId } from '../ids.ts';
import { triggerOf } from '../joins.ts';
import { nodeSize, overlaps, placeOf } from '../placing.ts';
import type { Part } from './part.ts';

export interface Pasted {
  edit: FlowEdit;
  /** The new blocks. */
  nodes: string[];
  /** The part had a trigger, and the flow has one already: it was left out. */
  leftTrigger: boolean;
}

/** How far a copy stands from what it was copied from, px. */
const aside = 32;

/**
 * Puts a part into a drawing, as one step. Blocks keep their ids where these are free (ties between rules go by them), else they
 * get others; results the part calculates are called by their new names. `middle` is where the middle of it shall be, or further down where blocks stand; without it the copy stands beside what it was copied from, and
 * further aside where something stands there already.
 */
export function pasteEdit(flow: Flow, vocabulary: Vocabulary, part: Part, middle?: Place): Pasted {
  const leftTrigger = triggerOf(flow, vocabulary) !== undefined;
  const isLeft = ({ kind }: FlowNode): boolean =>
    leftTrigger && vocabulary.blocks.get(kind)?.category === 'trigger';
  const nodes = part.nodes.filter((node) => !isLeft(node));
  let grown = flow;
  const ids = new Map<string, string>();
  for (const node of nodes) {
    const id = isTaken(grown, node.id) ? freeNodeId(grown) : node.id;
    ids.set(node.id, id);
    grown = { ...grown, nodes: [...grown.nodes, { ...node, id }] };
  }
  const shift = shiftOf(flow, part, nodes, middle);
  const edits: FlowEdit[] = nodes.map((node) => ({
    type: 'add-node',
    node: {
      ...node,
      id: ids.get(node.id)!,
      params: renameResults(node.params, { from: part.flow, to: flow.id, nodes: ids }),
    },
    place: shift(part.layout[node.id] ?? { x: 0, y: 0 }),
  }));
  for (const { from, to, order } of part.edges) {
    const [source, target] = [ids.get(from.node), ids.get(to)];
    if (source === undefined || target === undefined) continue;
    const edge: FlowEdge = {
      id: freeEdgeId(grown),
      from: { node: source, port: from.port },
      to: target,
      order,
    };
    grown = { ...grown, edges: [...grown.edges, edge] };
    edits.push({ type: 'add-edge', edge });
  }
  return {
    edit: { type: 'batch', edits },
    nodes: [...ids.values()],
    leftTrigger: nodes.length < part.nodes.length,
  };
}

function shiftOf(
  flow: Flow,
  part: Part,
  nodes: readonly FlowNode[],
  middle: Place | undefined,
): (place: Place) => Place {
  const places = nodes.map(({ id }) => part.layout[id] ?? { x: 0, y: 0 });
  if (middle !== undefined && places.length > 0) {
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const by = {
      x: Math.round(middle.x - (Math.min(...xs) + Math.max(...xs) + nodeSize.width) / 2),
      y: Math.round(middle.y - (Math.min(...ys) + Math.max(...ys) + nodeSize.height) / 2),
    };
    const standing = flow.nodes.map(({ id }) => placeOf(flow, id));
    const meets = (place: Place): boolean =>
      standing.some((one) => overlaps(one, { x: place.x + by.x, y: place.y + by.y }));
    while (places.some(meets)) by.y += aside;
    return ({ x, y }) => ({ x: x + by.x, y: y + by.y });
  }
  const taken = new Set(flow.nodes.map(({ id }) => key(placeOf(flow, id))));
  let by = aside;
  while (places.some(({ x, y }) => taken.has(key({ x: x + by, y: y + by })))) by += aside;
  return ({ x, y }) => ({ x: x + by, y: y + by });
}

const key = ({ x, y }: Place): string => `${x},${y}`;
