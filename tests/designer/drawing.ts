import type { Flow, FlowEdge, FlowNode } from '../../rules-library/schema/flow.ts';

/** A drawing for tests: nodes as `id: kind`, joins as `from.port>to`. */
export function drawing(nodes: Record<string, string>, joins: readonly string[] = []): Flow {
  return {
    schema: 1,
    id: 'some-flow',
    name: { zh: '大额', en: 'Large' },
    rank: 100,
    nodes: Object.entries(nodes).map(([id, kind]): FlowNode => ({ id, kind, version: 1, params: {} })),
    edges: joins.map((join, index): FlowEdge => {
      const [from = '', to = ''] = join.split('>');
      const [node = '', port = ''] = from.split('.');
      return { id: `e${index + 1}`, from: { node, port }, to, order: 1 };
    }),
    layout: Object.fromEntries(Object.keys(nodes).map((id, index) => [id, { x: 0, y: index * 160 }])),
    cases: [],
  };
}
