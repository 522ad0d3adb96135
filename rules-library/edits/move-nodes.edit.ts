import type { Flow } from '../schema/flow.ts';
import type { EditKind, MoveNodes, Place } from './edit.ts';
import { withoutPlaces } from './places-in-drawing.ts';

export const moveNodes: EditKind<MoveNodes> = {
  apply(flow, edit) {
    const moved = movesIn(flow, edit);
    if (moved.length === 0) return flow;
    const left = withoutPlaces(flow.layout, new Set(moved.map(([id]) => id)));
    const placed = moved.filter((move): move is [string, Place] => move[1] !== null);
    return { ...flow, layout: { ...left, ...Object.fromEntries(placed) } };
  },
  invert(flow, edit) {
    const moved = movesIn(flow, edit);
    if (moved.length === 0) return undefined;
    return { type: 'move-nodes', to: Object.fromEntries(moved.map(([id]) => [id, flow.layout[id] ?? null])) };
  },
};

function movesIn({ nodes }: Flow, { to }: MoveNodes): [string, Place | null][] {
  const present = new Set(nodes.map(({ id }) => id));
  return Object.entries(to).filter(([id]) => present.has(id));
}
