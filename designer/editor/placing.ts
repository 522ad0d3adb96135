import type { BlockDefinition } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { FlowEdit, Place } from '../../rules-library/edits/index.ts';
import type { Flow, FlowNode } from '../../rules-library/schema/flow.ts';
import { freeEdgeId, freeNodeId, withConditionIds } from './ids.ts';
import { joinRefusal, kindRefusal } from './joins.ts';
import { portsOf, portsWith } from './ports.ts';

/** How wide a node is drawn, and how much room to give between two. */
export const nodeSize = { width: 232, height: 108, gapX: 40, gapY: 72 };
/** Places snap to this, so that nodes stand in line. */
const grid = 8;

export interface Placed {
  edit: FlowEdit;
  node: string;
}

/** A fresh node of a kind. */
export function newNode(flow: Flow, block: BlockDefinition): FlowNode {
  return {
    id: freeNodeId(flow),
    kind: block.kind,
    version: block.version,
    params: withConditionIds(block.initial),
  };
}

/** A block dropped on the canvas: the middle of its upper edge is where the pointer is. */
export function placeAt(flow: Flow, block: BlockDefinition, point: Place): Placed {
  const node = newNode(flow, block);
  const place = snapped({ x: point.x - nodeSize.width / 2, y: point.y - 24 });
  return { edit: { type: 'add-node', node, place }, node: node.id };
}

/**
 * A block dropped on a join: it is put between. What stands below moves down where there is no room. Undefined when the block
 * does not fit there.
 */
export function placeOnEdge(
  flow: Flow,
  vocabulary: Vocabulary,
  block: BlockDefinition,
  edgeId: string,
): Placed | undefined {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  if (edge === undefined || kindRefusal(flow, vocabulary, block) !== undefined) return undefined;
  const above = placeOf(flow, edge.from.node);
  const below = placeOf(flow, edge.to);
  const step = nodeSize.height + nodeSize.gapY;
  const node = newNode(flow, block);
  const port = portsWith(block, node.params)[0]?.id;
  const place = snapped({ x: below.x, y: Math.max(above.y + step, below.y - step) });
  const insert: FlowEdit = {
    type: 'insert-on-edge',
    edge: edgeId,
    node,
    place,
    ...(port === undefined ? {} : { port }),
    onward: freeEdgeId(flow),
  };
  const missing = place.y + step - below.y;
  if (missing <= 0 || port === undefined) return { edit: insert, node: node.id };
  const moved = Object.fromEntries(
    [...downstream(flow, edge.to)].map((id) => {
      const { x, y } = placeOf(flow, id);
      return [id, { x, y: y + missing }];
    }),
  );
  return { edit: { type: 'batch', edits: [insert, { type: 'move-nodes', to: moved }] }, node: node.id };
}

/** A block added without a pointer: below the chosen node and joined to its first free exit, where it fits. */
export function placeAfter(
  flow: Flow,
  vocabulary: Vocabulary,
  block: BlockDefinition,
  after: string | undefined,
): Placed {
  const node = newNode(flow, block);
  const before = flow.nodes.find(({ id }) => id === after);
  const ports = before === undefined ? [] : portsOf(before, vocabulary);
  const port = ports.find(
    ({ id }) => !flow.edges.some(({ from }) => from.node === after && from.port === id),
  );
  const place =
    before === undefined
      ? freeBelowAll(flow)
      : freeBelow(flow, before.id, ports.indexOf(port!), ports.length);
  const add: FlowEdit = { type: 'add-node', node, place };
  if (before === undefined || port === undefined) return { edit: add, node: node.id };
  const withNode = { ...flow, nodes: [...flow.nodes, node] };
  const join = { from: { node: before.id, port: port.id }, to: node.id };
  if (joinRefusal(withNode, vocabulary, join) !== undefined) return { edit: add, node: node.id };
  return {
    edit: {
      type: 'batch',
      edits: [
        add,
        { type: 'add-edge', edge: { id: freeEdgeId(flow), ...join, order: nextOrder(flow, join.from) } },
      ],
    },
    node: node.id,
  };
}

/** The order of a new join among those of its port: the last. */
export function nextOrder({ edges }: Flow, { node, port }: { node: string; port: string }): number {
  const orders = edges
    .filter(({ from }) => from.node === node && from.port === port)
    .map(({ order }) => order);
  return Math.max(0, ...orders) + 1;
}

export function placeOf({ layout, nodes }: Flow, id: string): Place {
  const index = Math.max(
    0,
    nodes.findIndex((node) => node.id === id),
  );
  // A drawing from elsewhere may come without places: one below the other.
  return layout[id] ?? { x: 0, y: index * (nodeSize.height + nodeSize.gapY) };
}

function freeBelowAll(flow: Flow): Place {
  if (flow.nodes.length === 0) return { x: 0, y: 0 };
  const places = flow.nodes.map(({ id }) => placeOf(flow, id));
  const lowest = places.reduce((low, place) => (place.y > low.y ? place : low));
  return snapped({ x: lowest.x, y: lowest.y + nodeSize.height + nodeSize.gapY });
}

/** Below a node; the first exits to the left, the last to the right, and beside what stands there already. */
function freeBelow(flow: Flow, id: string, exit: number, exits: number): Place {
  const { x, y } = placeOf(flow, id);
  const step = nodeSize.width + nodeSize.gapX;
  const aside = exits < 2 || exit < 0 ? 0 : (exit - (exits - 1) / 2) * step;
  const place = snapped({ x: x + aside, y: y + nodeSize.height + nodeSize.gapY });
  while (flow.nodes.some((node) => overlaps(placeOf(flow, node.id), place))) place.x += step;
  return place;
}

/** Whether blocks at two places would lie on each other. */
export function overlaps(one: Place, other: Place): boolean {
  return Math.abs(one.x - other.x) < nodeSize.width && Math.abs(one.y - other.y) < nodeSize.height;
}

function snapped({ x, y }: Place): Place {
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid };
}

function downstream({ edges }: Flow, start: string): Set<string> {
  const found = new Set([start]);
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { from, to } of edges) {
      if (from.node !== node || found.has(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  }
  return found;
}
