import type { Flow } from '../schema/flow.ts';
import type { EditKind, RemoveNodes } from './edit.ts';
import { touches, withoutPlaces } from './places-in-drawing.ts';

export const removeNodes: EditKind<RemoveNodes> = {
  apply(flow, { nodes }) {
    const gone = present(flow, nodes);
    if (gone.size === 0) return flow;
    return {
      ...flow,
      nodes: flow.nodes.filter(({ id }) => !gone.has(id)),
      edges: flow.edges.filter((edge) => !touches(edge, gone)),
      layout: withoutPlaces(flow.layout, gone),
    };
  },
  invert(flow, { nodes }) {
    const gone = present(flow, nodes);
    if (gone.size === 0) return undefined;
    return {
      type: 'put-back',
      nodes: flow.nodes.flatMap((node, index) => (gone.has(node.id) ? [{ node, index }] : [])),
      edges: flow.edges.flatMap((edge, index) => (touches(edge, gone) ? [{ edge, index }] : [])),
      layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => gone.has(id))),
    };
  },
};

function present(flow: Flow, nodes: readonly string[]): Set<string> {
  const asked = new Set(nodes);
  return new Set(flow.nodes.flatMap(({ id }) => (asked.has(id) ? [id] : [])));
}
