import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { FlowEdit } from '../../rules-library/edits/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { freeEdgeId } from './ids.ts';
import type { Join } from './joins.ts';
import { nextOrder } from './placing.ts';
import { portsWith } from './ports.ts';

/** Joins two blocks. */
export function joinEdit(flow: Flow, join: Join): FlowEdit {
  return {
    type: 'add-edge',
    edge: { id: freeEdgeId(flow), from: join.from, to: join.to, order: nextOrder(flow, join.from) },
  };
}

/** Takes blocks and joins away, as one step. */
export function removeEdit(nodes: readonly string[], edges: readonly string[]): FlowEdit {
  return {
    type: 'batch',
    edits: [
      ...edges.map((edge): FlowEdit => ({ type: 'remove-edge', edge })),
      ...(nodes.length === 0 ? [] : [{ type: 'remove-nodes', nodes } as const]),
    ],
  };
}

/** Fills in a block. Exits that are gone afterwards (a case taken away) take their joins along. */
export function paramsEdit(
  flow: Flow,
  vocabulary: Vocabulary,
  node: string,
  params: Record<string, unknown>,
): FlowEdit {
  const set: FlowEdit = { type: 'set-params', node, params };
  const placed = flow.nodes.find(({ id }) => id === node);
  const block = vocabulary.blocks.get(placed?.kind ?? '');
  if (block === undefined) return set;
  const ports = new Set(portsWith(block, params).map(({ id }) => id));
  const lost = flow.edges.flatMap(({ id, from }) =>
    id !== undefined && from.node === node && !ports.has(from.port) ? [id] : [],
  );
  if (lost.length === 0) return set;
  return { type: 'batch', edits: [...lost.map((edge): FlowEdit => ({ type: 'remove-edge', edge })), set] };
}
