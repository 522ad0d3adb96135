import type { FlowEdit } from '../../../rules-library/edits/index.ts';
import type { Flow } from '../../../rules-library/schema/flow.ts';
import { freeNodeId } from '../ids.ts';
import type { Placed } from '../placing.ts';
import type { Box } from './align.ts';

/** Room between a frame and what it frames, px; more above, where its title stands. */
const room = { side: 24, above: 48 };

/** A frame around some blocks, behind them, its title still to be written. */
export function frameEdit(flow: Flow, boxes: readonly Box[]): Placed | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(({ x }) => x)) - room.side;
  const top = Math.min(...boxes.map(({ y }) => y)) - room.above;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + room.side;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + room.side;
  const node = freeNodeId(flow);
  const edit: FlowEdit = {
    type: 'add-node',
    node: {
      id: node,
      kind: 'group',
      version: 1,
      params: { text: '', width: Math.round(right - left), height: Math.round(bottom - top) },
    },
    place: { x: Math.round(left), y: Math.round(top) },
  };
  return { edit, node };
}
