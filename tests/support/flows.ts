export interface DrawnFlow {
  id: string;
  name: { zh: string; en: string };
  rank: number;
  nodes: { id: string; kind: string; params: Record<string, unknown> }[];
  edges: { from: { node: string; port: string }; to: string }[];
  layout: Record<string, { x: number; y: number }>;
}

/** A small drawing: received → order total above `fen` → an alert to a role, keepers unless said. */
export function bigOrders(id: string, fen: number, role = 'keeper', rank = 100): DrawnFlow {
  return {
    id,
    name: { zh: `大额订单 ${id}`, en: `Big orders ${id}` },
    rank,
    nodes: [
      { id: 'start', kind: 'order.received', params: {} },
      {
        id: 'check',
        kind: 'condition-group',
        params: { conditions: { all: [{ fact: 'order.total', operator: 'greaterThan', value: fen }] } },
      },
      {
        id: 'alert',
        kind: 'raise-alert',
        params: {
          kind: 'other',
          level: 'warn',
          to: [{ role }],
          text: { zh: '大额订单，请确认', en: 'A big order; please confirm' },
        },
      },
    ],
    edges: [
      { from: { node: 'start', port: 'next' }, to: 'check' },
      { from: { node: 'check', port: 'yes' }, to: 'alert' },
    ],
    layout: { start: { x: 0, y: 0 }, check: { x: 0, y: 140 }, alert: { x: 0, y: 280 } },
  };
}
